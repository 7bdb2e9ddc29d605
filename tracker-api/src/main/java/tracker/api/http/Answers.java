package tracker.api.http;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One answer of a route, other than its problems. Two with one status: either. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Repeatable(Answers.All.class)
public @interface Answers {
    int status() default 200;

    /** What the body is made from; void for bytes that have no schema. */
    Class<?> type() default void.class;

    /** What {@link #type} is one of, where it is generic. */
    Class<?> of() default void.class;

    /** Of a {@code Written}: the views that its state may be; void among them where it may have none. */
    Class<?>[] state() default {};

    /** Only where the path names this kind (in the plural); empty: whatever it names. */
    String kind() default "";

    /** Whether the body is a page of {@link #type}. */
    boolean page() default false;

    /** What stands before the items of a page. */
    Class<?> head() default void.class;

    /** Whether it is what the public sees of {@link #type}. */
    boolean published() default false;

    String[] media() default "application/json";

    /** Headers that this answer always has, beyond those of the route's traits. */
    String[] headers() default {};

    /** All answers of a route. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @interface All {
        Answers[] value();
    }
}
