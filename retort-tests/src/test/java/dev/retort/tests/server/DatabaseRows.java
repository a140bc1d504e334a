package dev.retort.tests.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test whose arguments are rows, of which the first column names a database, or several with {@code +} between them: a row for each that
 * this machine has.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest
@ArgumentsSource(RowsByDatabase.class)
public @interface DatabaseRows {

    /** The rows; columns are separated by {@code |}. */
    String[] value();
}
