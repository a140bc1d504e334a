package dev.retort.tests.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.retort.Retort;
import dev.retort.dialect.Dialect;
import dev.retort.dialect.Dialects;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddConstraint;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.ColumnChange;
import dev.retort.operation.CommentOnTable;
import dev.retort.operation.ConditionalOperations;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.Operation;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameObject;
import dev.retort.operation.RenameTable;
import dev.retort.operation.RunJava;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.spi.MigrationListener;
import dev.retort.testkit.Capability;
import dev.retort.testkit.OperationCase;
import dev.retort.tests.server.DatabaseUnderTest;
import dev.retort.tests.server.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The script of a history with every operation, run by a client, leaves what a run of the history leaves. */
public final class OfflineCases {

    /** The schemas that PostgreSQL numbers by its sessions, for what a materialized view is compared with when it is refreshed. */
    private static final Pattern OF_SESSION = Pattern.compile("\\bpg_(toast_)?temp_\\d+$");

    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)[ T]\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?([+-]\\d\\d(:\\d\\d)?)?");

    private OfflineCases() {}

    /**
     * Up and down again, on one database by runs and on another by a client. Left out are cases that run Java, or of which only the catalog
     * knows whether to run them.
     */
    public static void assertThatScriptsDoWhatRunsDo(
            Path folder, DatabaseUnderTest kind, List<OperationCase> cases, Client client) throws SQLException {
        try (TestDatabase run = kind.fresh();
                TestDatabase scripted = kind.fresh()) {
            Dialect dialect =
                    Dialects.loadedFrom(OfflineCases.class.getClassLoader()).forUrl(run.jdbcUrl());
            CaseHistory history = new CaseHistory(dialect, cases);
            assertThat(history.refused())
                    .extracting(OperationCase::name)
                    .containsExactlyElementsOf(cases.stream()
                            .filter(test -> test.operation() instanceof RunJava
                                    || hasNoClause(test, kind)
                                    || needsAnIndexStated(test, kind)
                                    || needsToAskForDependants(test, kind)
                                    || needsToAskForRows(test, kind))
                            .map(OperationCase::name)
                            .toList());
            history.write(new Revisions(folder));
            List<String> empty = whole(run);
            Retort online = RunSetup.upgrade(folder, run).retort(MigrationListener.SILENT);
            Retort ofScripted = RunSetup.upgrade(folder, scripted).retort(MigrationListener.SILENT);

            online.upgrade("heads");
            client.run(scripted, online.upgradeSql("heads"));
            assertThatBothAreEqual(run, scripted);
            assertThat(ofScripted.upgrade("heads").steps()).isEmpty();
            assertThat(ofScripted.current().behind()).isZero();

            online.downgrade("base");
            client.run(scripted, online.downgradeSql("heads:base"));
            assertThatBothAreEqual(run, scripted);
            List<String> left = new ArrayList<>(whole(scripted));
            left.remove("table sqlite_sequence CREATE TABLE sqlite_sequence(name,seq)"); // which SQLite never drops
            assertThat(beyond(empty, left)).isEqualTo("");
            assertThat(ofScripted.downgrade("base").steps()).isEmpty();
        }
    }

    /** Where the database has no IF EXISTS or IF NOT EXISTS about the same thing for what it does otherwise. */
    private static boolean hasNoClause(OperationCase test, DatabaseUnderTest kind) {
        if (!(test.operation() instanceof ConditionalOperations conditional)) {
            return false;
        }
        Operation operation = conditional.operations().get(0);
        boolean h2 = kind == DatabaseUnderTest.H2 || kind == DatabaseUnderTest.H2_FILE;
        boolean hsqldb = kind == DatabaseUnderTest.HSQLDB || kind == DatabaseUnderTest.HSQLDB_FILE;
        boolean mysql = kind == DatabaseUnderTest.MYSQL;
        boolean sqlite = kind == DatabaseUnderTest.SQLITE;
        boolean postgresql = kind == DatabaseUnderTest.POSTGRESQL;
        if (operation instanceof CreateTable create) {
            return mysql && !create.table().indexes().isEmpty();
        }
        if (operation instanceof CreateIndex || operation instanceof DropIndex) {
            return mysql;
        }
        if (operation instanceof AddColumn || operation instanceof RenameTable) {
            return mysql || sqlite;
        }
        if (operation instanceof DropColumn
                || operation instanceof DropConstraint
                || operation instanceof RenameIndex) {
            return mysql || sqlite || hsqldb;
        }
        if (operation instanceof AddConstraint add) {
            return mysql || sqlite || postgresql || ((h2 || hsqldb) && add.constraint() instanceof PrimaryKey);
        }
        if (operation instanceof RenameColumn || operation instanceof AlterColumn) {
            return mysql || sqlite || postgresql || hsqldb;
        }
        if (operation instanceof CommentOnTable) {
            return mysql || postgresql || h2 || hsqldb;
        }
        if (operation instanceof AlterSequence) {
            return hsqldb;
        }
        if (operation instanceof CreateObject create) {
            return switch (create.object().kind()) {
                case VIEW -> mysql || postgresql;
                case ENUM_TYPE, DOMAIN -> !h2;
                case FUNCTION -> mysql || postgresql || hsqldb;
                case TRIGGER -> mysql || postgresql || hsqldb || kind == DatabaseUnderTest.MARIADB;
                default -> false;
            };
        }
        if (operation instanceof RenameObject rename) {
            return mysql || hsqldb || (postgresql && rename.object().kind() == Kind.SCHEMA);
        }
        return (operation instanceof AlterDomain && !h2)
                || operation instanceof RenameEnumValue
                || operation instanceof RenameConstraint
                || operation instanceof RefreshView
                || operation instanceof ValidateConstraint
                || operation instanceof AttachPartition
                || operation instanceof DetachPartition;
    }

    /** SQLite renames no index, but makes it anew, and a batch, which could state it, renames none either. */
    private static boolean needsAnIndexStated(OperationCase test, DatabaseUnderTest kind) {
        return test.operation() instanceof RenameIndex && kind == DatabaseUnderTest.SQLITE;
    }

    /** What uses the type of the value, or would be dropped together with a materialized view. */
    private static boolean needsToAskForDependants(OperationCase test, DatabaseUnderTest kind) {
        return test.operation() instanceof RemoveEnumValue
                || (kind == DatabaseUnderTest.H2 && test.needs().contains(Capability.MATERIALIZED_VIEWS));
    }

    /** A column that becomes an identity column, in one of the directions, goes on behind its rows. */
    private static boolean needsToAskForRows(OperationCase test, DatabaseUnderTest kind) {
        boolean asks =
                kind.isLikeMariadb() || kind == DatabaseUnderTest.HSQLDB || kind == DatabaseUnderTest.HSQLDB_FILE;
        return asks
                && test.operation() instanceof AlterColumn alter
                && alter.change(ColumnChange.Identity.class).isPresent();
    }

    private static void assertThatBothAreEqual(TestDatabase run, TestDatabase scripted) throws SQLException {
        assertThat(beyond(whole(run), whole(scripted))).isEqualTo("");
        assertThat(beyond(inspected(run), inspected(scripted))).isEqualTo("");
        assertThat(DatabaseState.versionRows(scripted)).isEqualTo(DatabaseState.versionRows(run));
    }

    /** What only one of them has. */
    private static String beyond(List<String> ofRun, List<String> ofScript) {
        List<String> onlyRun = new ArrayList<>(ofRun);
        ofScript.forEach(onlyRun::remove);
        List<String> onlyScript = new ArrayList<>(ofScript);
        ofRun.forEach(onlyScript::remove);
        return Stream.concat(
                        onlyRun.stream().map(line -> "only the run left: " + line + "\n"),
                        onlyScript.stream().map(line -> "only the script left: " + line + "\n"))
                .collect(Collectors.joining());
    }

    private static List<String> whole(TestDatabase database) throws SQLException {
        return withoutChance(WholeDatabase.of(database).stream());
    }

    /** Without the metadata tables: a script makes only the version table. */
    private static List<String> inspected(TestDatabase database) throws SQLException {
        return withoutChance(DatabaseState.schema(database).objects().stream()
                .filter(object -> !object.name().name().startsWith("retort_"))
                .map(Object::toString));
    }

    private static List<String> withoutChance(Stream<String> lines) {
        return lines.filter(line -> !OF_SESSION.matcher(line).find())
                .map(OfflineCases::withoutPresentTime)
                .map(line -> {
                    String text = line;
                    for (Chance chance : Chance.values()) {
                        text = chance.text.matcher(text).replaceAll(chance.replacement);
                    }
                    return text;
                })
                .sorted()
                .toList();
    }

    /** A row may have the present time as the default of a column. */
    private static String withoutPresentTime(String line) {
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        return TIME.matcher(line).replaceAll(time -> {
            long days = Math.abs(ChronoUnit.DAYS.between(today, LocalDate.parse(time.group(1))));
            return days > 1 ? Matcher.quoteReplacement(time.group()) : "now";
        });
    }

    /** What two runs of the same statements need not do alike. */
    private enum Chance {
        /** The names that H2 gives count all constraints of the database, those of the history table included. */
        CONSTRAINTS_OF_H2("(?i)\\bCONSTRAINT_[0-9A-F]+\\b", "constraint"),
        /** HSQLDB numbers what has no name by the statements so far, those of Retort's lock included. */
        NAMES_OF_HSQLDB(
                "(?i)SYS_[A-Z]+_\\d+|(?<=SPECIFIC (?:(?:FUNCTION|PROCEDURE) PUBLIC\\.)?\\w{1,20})_\\d+(?= )"
                        + "|(?<=ALTER SEQUENCE SYSTEM_LOBS\\.).*",
                "number"),
        /** The driver of MariaDB asks for IGNORE_SPACE, which its program does not. */
        MODE_OF_MARIADB("IGNORE_SPACE,", "");

        private final Pattern text;
        private final String replacement;

        Chance(String text, String replacement) {
            this.text = Pattern.compile(text);
            this.replacement = replacement;
        }
    }

    /** What runs a script. */
    public interface Client {
        void run(TestDatabase database, String script) throws SQLException;
    }
}
