package dev.retort.dialect.mariadb;

import dev.retort.dialect.Literals;

/** How MariaDB writes values. A backslash escapes the next character, unless {@code sql_mode} says NO_BACKSLASH_ESCAPES. */
final class MariadbLiterals extends Literals {

    @Override
    public String text(String value) {
        return super.text(value.replace("\\", "\\\\"));
    }
}
