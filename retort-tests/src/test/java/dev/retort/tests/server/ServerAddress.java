package dev.retort.tests.server;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a server is and who may make databases on it.
 *
 * @param jdbcUrl the address of the server, or of a database that is there, without user and password
 * @param user the user
 * @param password the password; empty for none
 */
record ServerAddress(String jdbcUrl, String user, String password) {

    /** In an address of MySQL: its database need not be there. MariaDB's driver does not know the word, so the address then names none. */
    private static final String MAKES_DATABASE = "createDatabaseIfNotExist=";

    private static final String FOR_MARIADB = "permitMysqlScheme";

    /** Reads an address with {@code user} and {@code password} among its parameters. */
    static ServerAddress parse(String url) {
        String user = "";
        String password = "";
        List<String> others = new ArrayList<>();
        int question = url.indexOf('?');
        String base = question < 0 ? url : url.substring(0, question);
        String parameters = question < 0 ? "" : url.substring(question + 1);
        for (String parameter : parameters.split("&", -1)) {
            if (parameter.startsWith("user=")) {
                user = decoded(parameter.substring("user=".length()));
            } else if (parameter.startsWith("password=")) {
                password = decoded(parameter.substring("password=".length()));
            } else if (parameter.startsWith(MAKES_DATABASE)) {
                base = base.substring(0, base.lastIndexOf('/') + 1);
            } else if (!parameter.isEmpty()) {
                others.add(parameter);
            }
        }
        if (url.startsWith("jdbc:mysql:") && !others.contains(FOR_MARIADB)) {
            others.add(FOR_MARIADB);
        }
        return new ServerAddress(others.isEmpty() ? base : base + "?" + String.join("&", others), user, password);
    }

    /** The address of another database on the same server. */
    String urlOf(String database) {
        int authority = jdbcUrl.indexOf("//") + 2;
        int slash = jdbcUrl.indexOf('/', authority);
        int question = jdbcUrl.indexOf('?');
        String parameters = question < 0 ? "" : jdbcUrl.substring(question);
        return jdbcUrl.substring(0, slash + 1) + database + parameters;
    }

    /** A new connection; whoever asked closes it. */
    Connection open() throws SQLException {
        return DriverManager.getConnection(jdbcUrl, user, password);
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }
}
