package dev.retort.dialect.postgresql;

import dev.retort.dialect.FileLines;
import dev.retort.dialect.IdentifierRules;
import dev.retort.dialect.Literals;
import dev.retort.dialect.RowLoader;
import dev.retort.operation.InsertRows;
import dev.retort.operation.RowReader;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sends rows through COPY, as CSV that is written while it is sent. */
final class CopyLoader implements RowLoader {

    private static final PostgresqlCopy COPY = new PostgresqlCopy();

    private final IdentifierRules names;
    private final Literals literals;

    CopyLoader(IdentifierRules names, Literals literals) {
        this.names = names;
        this.literals = literals;
    }

    @Override
    public String sql(InsertRows rows) {
        return "COPY " + names.write(rows.table()) + " (" + names.writeAll(rows.columns())
                + ") FROM STDIN WITH (FORMAT csv, ENCODING 'UTF8')";
    }

    /** In quotes, like what COPY takes, it has no type yet, so that it becomes one of the column's. */
    @Override
    public String written(@Nullable Object value) {
        return literals.write(value == null ? null : CsvBytes.text(value));
    }

    @Override
    public boolean isAtomic() {
        return true;
    }

    @Override
    public Load begin(Connection connection, InsertRows rows) {
        String sql = sql(rows);
        return new Load() {
            @Override
            public void send(RowReader reader) throws SQLException, IOException {
                COPY.in(connection, sql, new CsvBytes(reader));
            }

            @Override
            public Optional<FileLines> rejected(SQLException failure) {
                return CopiedLine.of(failure, rows).map(line -> new FileLines(line, line));
            }

            @Override
            public void cancel() throws SQLException {
                COPY.cancel(connection);
            }

            @Override
            public void close() {}
        };
    }
}
