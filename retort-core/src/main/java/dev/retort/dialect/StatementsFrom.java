package dev.retort.dialect;

import dev.retort.dialect.Executable.SqlStatement;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compiles statements from a table. */
public interface StatementsFrom {

    /**
     * The statements.
     *
     * @param table the table in the catalog
     * @param connection the database of the catalog; null for a table that is only stated
     * @throws SQLException saying what the table lacks
     */
    List<SqlStatement> of(Table table, @Nullable Connection connection) throws SQLException;

    /** What a script without a database has instead, where no table is stated. */
    Offline offline();

    /**
     * The statements for a script that is written without a database, which fails where the table is not as it is stated. The default
     * are those of the table.
     *
     * @param stated the table
     * @throws SQLException saying what the table lacks
     */
    default List<SqlStatement> scripted(Table stated) throws SQLException {
        return of(stated, null);
    }

    /** What people should know before the statements run, as a sentence; empty, which is the default, for nothing. */
    default Optional<String> notice(QualifiedName table) {
        return Optional.empty();
    }

    /** Whether no foreign key may be enforced while the statements run. The default is no. */
    default boolean suspendForeignKeys() {
        return false;
    }
}
