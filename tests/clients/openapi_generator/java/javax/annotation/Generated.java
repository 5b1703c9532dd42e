package javax.annotation;

/** A stand-in for the mark of jakarta.annotation-api, which does nothing; the rest comes with the generator's jar. */
public @interface Generated {
    String[] value();

    String date() default "";

    String comments() default "";
}
