package dev.retort.tests.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A line of revisions in Java and SQL by turns. Each changes rows so that a statement that is lost or run twice shows; those in SQL
 * hold a slow statement and one outside a transaction.
 */
final class GeneratedHistory {

    private static final int SLOW_MILLISECONDS = 60;

    private GeneratedHistory() {}

    /** Writes the revisions into a folder. */
    static void write(Path folder, SharedDatabase database, int revisions) {
        try {
            Files.createDirectories(folder.resolve("versions"));
            write(folder, "r000_ledger.sql", """
                    -- revision: r000

                    -- upgrade
                    CREATE TABLE ledger (step VARCHAR(20) NOT NULL, amount INTEGER NOT NULL);

                    -- downgrade
                    DROP TABLE ledger;
                    """);
            for (int number = 1; number < revisions; number++) {
                if (number % 2 == 1) {
                    write(folder, "V" + digits(number) + ".java", java(number));
                } else {
                    write(folder, "r" + digits(number) + "_step.sql", sql(number, database));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, String name, String text) throws IOException {
        Files.writeString(folder.resolve("versions").resolve(name), text);
    }

    private static String java(int number) {
        return """
                package versions;

                import static dev.retort.schema.Columns.*;

                import dev.retort.migration.*;
                import dev.retort.schema.Index;
                import java.util.List;
                import java.util.Map;

                /** Step NUMBER. */
                @Revision(id = "rNUMBER", revises = "rBEFORE", created = "2025-06-06T15:15:00Z")
                public final class VNUMBER implements Migration {

                    @Override
                    public void upgrade(Operations op) {
                        op.createTable(
                                "a_NUMBER",
                                column("id", integer()).notNull(),
                                column("name", varchar(40)),
                                Index.of("ix_a_NUMBER", "name"));
                        op.addColumn("a_NUMBER", column("extra", integer()));
                        op.bulkInsert("ledger", List.of(Map.of("step", "rNUMBER", "amount", 1)));
                        op.run(connection -> {
                            try (var statement = connection.createStatement()) {
                                statement.executeUpdate("UPDATE ledger SET amount = amount + 1 WHERE step = 'rNUMBER'");
                            }
                        });
                        op.createIndex("ix_a_NUMBER_extra", "a_NUMBER", "extra");
                        op.alterColumn("a_NUMBER", "id", c -> c.type(bigint()));
                        op.renameColumn("a_NUMBER", "extra", "more");
                        op.execute("UPDATE ledger SET amount = amount * 3 WHERE step = ?", "rNUMBER");
                    }

                    @Override
                    public void downgrade(Operations op) {
                        op.execute("UPDATE ledger SET amount = amount - 1 WHERE step = 'r000'");
                        op.renameColumn("a_NUMBER", "more", "extra");
                        op.dropIndex("ix_a_NUMBER", "a_NUMBER");
                        op.dropTable("a_NUMBER");
                        op.execute("DELETE FROM ledger WHERE step = 'rNUMBER'");
                    }
                }
                """.replace("NUMBER", digits(number)).replace("BEFORE", digits(number - 1));
    }

    private static String sql(int number, SharedDatabase database) {
        return """
                -- revision: rNUMBER
                -- revises: rBEFORE

                -- upgrade
                CREATE TABLE b_NUMBER (id INTEGER NOT NULL, name VARCHAR(40));
                INSERT INTO ledger VALUES ('rNUMBER', 1);
                UPDATE ledger SET amount = amount + 1 WHERE step = 'rNUMBER';
                CREATE TABLE slow_NUMBER AS SLOW;
                UPDATE ledger SET amount = amount * 2 WHERE step = 'rNUMBER';
                -- outside transaction
                CREATE INDEX CONCURRENTLY ix_b_NUMBER ON b_NUMBER (name);
                -- end
                UPDATE ledger SET amount = amount + 1 WHERE step = 'rNUMBER';

                -- downgrade
                UPDATE ledger SET amount = amount - 1 WHERE step = 'r000';
                -- outside transaction
                DROP TABLE b_NUMBER;
                -- end
                DROP TABLE slow_NUMBER;
                DELETE FROM ledger WHERE step = 'rNUMBER';
                """.replace("NUMBER", digits(number))
                .replace("BEFORE", digits(number - 1))
                .replace("CONCURRENTLY ", database == SharedDatabase.POSTGRESQL ? "CONCURRENTLY " : "")
                .replace("SLOW", database.slowSelect(SLOW_MILLISECONDS));
    }

    private static String digits(int number) {
        return String.format(Locale.ROOT, "%03d", number);
    }
}
