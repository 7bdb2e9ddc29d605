package tracker.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What the contract (openapi.yml) says of a route beyond what its signature, its right and its media types say by themselves. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Operation {
    /** The operationId. {@code {Kind}} in it stands for the kind of subject that the path names: there is one operation for each. */
    String value();

    Trait[] traits() default {};

    /** Parameters that are read by hand, beside those of the signature and of the traits. */
    String[] query() default {};

    /** Request headers that are read by hand, beside those of the signature and of the traits. */
    String[] headers() default {};

    /** Problems beyond those that the right and the traits bring with them. */
    Problem.Type[] problems() default {};

    /** Habits that many routes share. */
    enum Trait {
        /** Sees at least what Tracker-Position names. */
        POSITION,
        /** Can be asked as of an earlier moment. */
        AS_OF,
        /** Has an ETag, and answers 304 to who has it. */
        CONDITIONAL,
        /** {@code fields} chooses from the answer. */
        FIELDS,
        /** {@code q}, {@code sort}, {@code limit}, {@code cursor}, and the filters of the controller's FILTERS. */
        LIST,
        /** Sends a command: may be sent again under one key, and may be answered 202. */
        WRITE,
        /** Takes the version that it was made on. */
        VERSIONED,
        /** Anything may be in the query, beside what is named: others than the handler read it. */
        OPEN_QUERY
    }
}
