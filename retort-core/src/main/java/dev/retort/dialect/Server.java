package dev.retort.dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** What a server reports about itself. */
public final class Server {

    private final Connection connection;
    private final String product;
    private final String versionText;
    private @Nullable String says;

    private Server(Connection connection, String product, String versionText) {
        this.connection = connection;
        this.product = product;
        this.versionText = versionText;
    }

    /**
     * The server of a connection.
     *
     * @throws SQLException when the driver does not know it
     */
    public static Server of(Connection connection) throws SQLException {
        DatabaseMetaData metadata = connection.getMetaData();
        return new Server(
                connection, metadata.getDatabaseProductName(), String.valueOf(metadata.getDatabaseProductVersion()));
    }

    /** The product according to the driver: {@link DatabaseMetaData#getDatabaseProductName()}. */
    public String product() {
        return product;
    }

    /** The version as text: {@link DatabaseMetaData#getDatabaseProductVersion()}. */
    public String versionText() {
        return versionText;
    }

    /**
     * The result of {@code SELECT version()}, for products that drivers take for others. Queried once.
     *
     * @throws SQLException when the server does not answer
     */
    public String says() throws SQLException {
        if (says == null) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SELECT version()")) {
                says = row.next() ? String.valueOf(row.getString(1)) : "";
            }
        }
        return says;
    }

    /** Its name for messages: the result of the query if there was one, else product and version. */
    String describe() {
        return says == null || says.isEmpty() ? product + " " + versionText : says;
    }
}
