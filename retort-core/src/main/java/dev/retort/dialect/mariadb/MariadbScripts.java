package dev.retort.dialect.mariadb;

import dev.retort.dialect.ScriptForm;
import java.util.List;

/** Scripts for the program {@code mariadb} or {@code mysql}, which reads them in the encoding of its own settings unless told otherwise. */
final class MariadbScripts implements ScriptForm {

    @Override
    public List<String> opening() {
        return List.of("SET NAMES utf8mb4");
    }
}
