package dev.retort.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of all settings, for the command line, the build plugins, the manual and the library. */
@SuppressWarnings("ImmutableEnumChecker") // the values are texts, numbers and List.of
public enum ConfigKey {
    URL(
            Type.TEXT,
            null,
            "The database: a JDBC URL, or one of the forms that deployment platforms provide, such as postgresql://user:password@host/db."),
    MIGRATION_URL(
            Type.TEXT,
            null,
            "The database for migrations, when url leads to a pooler that shares sessions; used instead of url."),
    DIALECT(
            Type.TEXT,
            null,
            "The dialect of offline SQL, by the name that sections of SQL revisions use; by default that of the url."),
    USER(Type.TEXT, null, "The user; overrides the one in the url."),
    PASSWORD(Type.TEXT, null, "The password; overrides the one in the url."),
    READ_TIMEOUT(
            Type.NUMBER,
            0,
            "How many seconds a server may take to answer on a connection that Retort opens; 0 for no limit."),
    SCRIPT_LOCATION(
            Type.TEXT, "migrations", "The directory of the migrations, relative to retort.toml, or classpath:PATH."),
    VERSION_LOCATIONS(
            Type.TEXT_LIST,
            List.of(),
            "The directories that hold revision files. Each must exist, or is created with the first revision that is written into it;"
                    + " by default the directory versions in script_location."),
    RECURSIVE_VERSION_LOCATIONS(
            Type.FLAG,
            false,
            "Whether subdirectories of the version locations are searched too, except those whose names begin with `.` or `_`."),
    FILE_TEMPLATE(
            Type.TEXT,
            "%(year)d%(month).2d%(day).2d_%(hour).2d%(minute).2d_%(rev)s_%(slug)s",
            "The name of a new revision file, without extension."),
    TRUNCATE_SLUG_LENGTH(Type.NUMBER, 40, "The maximum length of the message in a file name, in characters."),
    TIMEZONE(Type.TEXT, null, "The time zone of creation dates; by default the local one."),
    REVISION_FORMAT(Type.TEXT, "java", "The format of new revisions: java or sql.", "java", "sql"),
    PACKAGE(
            Type.TEXT,
            null,
            "The Java package of new revisions; by default that of the newest revision in the same directory."),
    TEMPLATE(Type.TEXT, null, "A Mustache file for new revisions, instead of the built-in template."),
    ENVIRONMENT(
            Type.TEXT,
            null,
            "The class that implements RetortEnvironment, on classpath or as a source in script_location."),
    CLASSPATH(
            Type.TEXT_LIST,
            List.of(),
            "The application's class path, with entities, drivers and what revisions use; by default that of the Maven project, except for drivers."),
    ENTITY_PACKAGES(Type.TEXT_LIST, List.of(), "The packages whose entities describe the desired schema."),
    PERSISTENCE_UNIT(Type.TEXT, null, "The persistence unit whose entities describe the desired schema."),
    HIBERNATE(Type.TABLE, java.util.Map.of(), "Settings for Hibernate when it reads the entities."),
    COMPILE(
            Type.TEXT,
            "auto",
            "What to do when entity sources are newer than their classes: compile them (auto), fail (check), or ignore it (off).",
            "auto",
            "check",
            "off"),
    VERSION_TABLE(Type.TEXT, "retort_version", "The table that holds the current revisions."),
    VERSION_TABLE_SCHEMA(
            Type.TEXT,
            null,
            "The schema of the version, history and journal tables; by default the connection's own schema."),
    HISTORY_TABLE(Type.TEXT, "retort_history", "The table that records every step that was run."),
    JOURNAL_TABLE(
            Type.TEXT,
            "retort_journal",
            "The table that records, while they run, statements that commit by themselves."),
    TRANSACTION_PER_MIGRATION(
            Type.FLAG,
            true,
            "Whether each step is a transaction of its own; otherwise all steps of a run are one transaction."),
    LOCK_TIMEOUT(
            Type.NUMBER,
            60,
            "How many seconds to wait for another run to end, or for a locked table that a comparison reads."),
    ON_CHANGED(
            Type.TEXT, "warn", "What to do when a file was changed after its revision was applied.", "warn", "error"),
    ON_MISSED(
            Type.TEXT,
            "error",
            "What to do when there are missed revisions, which lie below applied ones and were never run.",
            "error",
            "warn"),
    ON_NEWER(
            Type.TEXT,
            "warn",
            "What an upgrade does when a newer version of the application has upgraded the database: warn and run nothing, or error,"
                    + " which is the default of the command line.",
            "warn",
            "error"),
    COMPARE_WITH(
            Type.TEXT,
            "server",
            "How defaults, conditions and types by name are compared: server (in the normal form that the database gives them, on"
                    + " scratch tables) or rules (by their spelling).",
            "server",
            "rules"),
    COMPARE_TYPE(Type.FLAG, true, "Whether autogenerate compares the types of columns."),
    COMPARE_SERVER_DEFAULT(Type.FLAG, true, "Whether autogenerate compares the defaults of columns."),
    INCLUDE_TABLES(
            Type.TEXT_LIST,
            List.of(),
            "The tables and sequences that autogenerate compares; * stands for any characters; by default all."),
    EXCLUDE_TABLES(
            Type.TEXT_LIST,
            List.of(),
            "The tables and sequences that autogenerate ignores; * stands for any characters."),
    INCLUDE_SCHEMAS(
            Type.TEXT_LIST,
            List.of(),
            "The schemas of which autogenerate compares all tables and sequences; by default the connection's own."),
    NAMING_CONVENTION(
            Type.TABLE,
            java.util.Map.of(),
            "The names of indexes and constraints without a name: templates for ix, uq, ck, fk, pk and ex."),
    POST_WRITE_HOOKS(
            Type.TABLE_LIST,
            List.of(),
            "What to run on every new revision file: a list of tables with name, type, executable or class, options, cwd, on_failure.");

    /** The type of a setting's value. */
    public enum Type {
        TEXT,
        FLAG,
        /** A whole number, zero or more. */
        NUMBER,
        TEXT_LIST,
        /** A table of strings. */
        TABLE,
        TABLE_LIST
    }

    private final Type type;
    private final @Nullable Object defaultValue;
    private final String meaning;
    private final List<String> choices;

    ConfigKey(Type type, @Nullable Object defaultValue, String meaning, String... choices) {
        this.type = type;
        this.defaultValue = defaultValue;
        this.meaning = meaning;
        this.choices = List.of(choices);
    }

    /** The key as it is written in files and options. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Type type() {
        return type;
    }

    /** The default value; empty if there is none. */
    public Optional<Object> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /** What the setting does, in one sentence. */
    public String meaning() {
        return meaning;
    }

    /** The allowed values; empty for any. */
    public List<String> choices() {
        return choices;
    }

    /** Whether a blank text is a meaningful value, or left to whatever uses it. */
    boolean takesBlank() {
        return switch (this) {
            case URL, MIGRATION_URL, USER, PASSWORD, TIMEZONE, PACKAGE -> true;
            default -> false;
        };
    }

    /** The setting with a key. */
    public static Optional<ConfigKey> of(String key) {
        return Arrays.stream(values())
                .filter(candidate -> candidate.key().equals(key))
                .findFirst();
    }
}
