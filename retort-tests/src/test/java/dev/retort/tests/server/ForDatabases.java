package dev.retort.tests.server;

import dev.retort.testkit.Capability;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** A test whose argument is each database in turn that can do something, one for each product. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(DatabasesByCapability.class)
public @interface ForDatabases {

    /** What the database must be able to do. */
    Capability[] has() default {};

    /** What it must not be able to do. */
    Capability[] lacks() default {};

    /** Whether other forms of a product are among them. */
    boolean variants() default false;
}
