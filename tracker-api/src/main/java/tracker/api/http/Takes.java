package tracker.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a route's body holds. A route that has a body and does not say so is not documented, and fails the build. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Takes.All.class)
public @interface Takes {
    /** A record of {@link Requests}; void for a file. */
    Class<?> value() default void.class;

    /** Only where the path names this kind (in the plural); empty: whatever it names. */
    String kind() default "";

    String[] media() default "application/json";

    /** Whether the route can be asked without a body. */
    boolean optional() default false;

    /** All bodies of a route. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Takes[] value();
    }
}
