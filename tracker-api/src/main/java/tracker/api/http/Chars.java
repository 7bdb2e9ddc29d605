package tracker.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a text of a request may be. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
public @interface Chars {
    String SLUG = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";
    String SUBJECT = "^(indicator|project|task|assessment|feedback|plan)/[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";
    String SHA256 = "^[0-9a-f]{64}$";

    /** So many code points; none where it is not limited. */
    int most() default 0;

    /** A regular expression that it matches; empty for none. */
    String pattern() default "";

    /** Whether it may also be the position of an event, written as a number. */
    boolean orPosition() default false;
}
