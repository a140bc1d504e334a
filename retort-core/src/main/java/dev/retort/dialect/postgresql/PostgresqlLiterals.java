package dev.retort.dialect.postgresql;

import dev.retort.dialect.Literals;

/** How PostgreSQL writes values. */
final class PostgresqlLiterals extends Literals {

    @Override
    protected String bytes(String hexadecimal) {
        return "'\\x" + hexadecimal + "'";
    }
}
