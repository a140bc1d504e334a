package dev.retort.tests.server;

import dev.retort.testkit.Capabilities;

/** A database that tests run on, by what it can do. */
public interface UnderTest {

    /** What the product can do, in its newest version. */
    Capabilities capabilities();

    /** Whether this machine has it. The standard answer is yes. */
    default boolean isAvailable() {
        return true;
    }

    /** Whether it is another form of a product that tests run on besides. The standard answer is no. */
    default boolean isVariant() {
        return false;
    }
}
