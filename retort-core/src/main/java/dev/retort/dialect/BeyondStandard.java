package dev.retort.dialect;

import dev.retort.operation.ColumnChange;
import dev.retort.operation.SchemaChange;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.ArrayType;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.Column;
import dev.retort.schema.Constraint;
import dev.retort.schema.Deferrability;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.Match;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.ReferentialAction;
import dev.retort.schema.Sequence;
import dev.retort.schema.SequenceOptions;
import dev.retort.schema.SqlType;
import dev.retort.schema.StandardType;
import dev.retort.schema.Table;
import dev.retort.schema.TableElement;
import dev.retort.schema.TypeKind;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Properties of columns, constraints, indexes, tables and sequences that not every database supports, by their SQL keywords. */
public final class BeyondStandard {

    public static final String PARTITIONING = "PARTITION BY";
    public static final String INHERITANCE = "INHERITS";
    public static final String USING = "USING";
    public static final String ON_UPDATE = "ON UPDATE";
    public static final String CHARACTER_SET = "CHARACTER SET";
    public static final String INVISIBLE = "INVISIBLE";
    public static final String INCLUDE = "INCLUDE";
    public static final String EXCLUDE = "EXCLUDE";
    public static final String NOT_VALID = "NOT VALID";
    public static final String DEFERRABLE = "DEFERRABLE";
    public static final String COMMENT = "COMMENT";
    public static final String COLLATE = "COLLATE";
    public static final String PREFIX_LENGTH = "prefix lengths of columns";
    public static final String METHOD = "access methods";
    public static final String WHERE = "WHERE";
    public static final String EXPRESSION = "expressions";
    public static final String NULLS_NOT_DISTINCT = "NULLS NOT DISTINCT";
    public static final String SET_DEFAULT = "SET DEFAULT";
    public static final String COLUMNS_OF_SET = "ON DELETE SET NULL (columns)";
    public static final String MATCH_FULL = "MATCH FULL";
    public static final String MATCH_PARTIAL = "MATCH PARTIAL";
    public static final String NOT_ENFORCED = "NOT ENFORCED";
    public static final String NO_INHERIT = "NO INHERIT";
    public static final String ARRAY = "ARRAY";
    public static final String TIME_WITH_TIME_ZONE = "TIME WITH TIME ZONE";
    public static final String VIRTUAL = "VIRTUAL";
    public static final String ALWAYS = "GENERATED ALWAYS AS IDENTITY";
    public static final String SEQUENCE_TYPE = "types other than bigint";
    public static final String OWNER = "OWNED BY";

    /** Properties of identity columns other than start and increment. */
    public static final Set<String> IDENTITY_OPTIONS = Set.of("MINVALUE", "MAXVALUE", "CACHE", "CYCLE");

    /** Alternatives that work on every database. */
    private static final Map<String, String> REMEDIES = Map.of(
            ARRAY, "a json column or a table of its own can hold them",
            EXPRESSION, "add a generated column and index that",
            VIRTUAL, "use STORED, in Java storedAs(…)",
            USING, "add a column, fill it, drop the other and rename it");

    private BeyondStandard() {}

    /**
     * Why a database does not support a change: one reason for each property in it that not every database supports and this one does not.
     *
     * @param ddl knows which of them the database supports
     */
    static Stream<String> refusals(SchemaChange change, DdlCompiler ddl) {
        return Stream.of(
                        change.madeTables().stream()
                                .flatMap(table -> in(table).stream()
                                        .filter(words -> !ddl.knowsTableOption(words, table))
                                        .map(words -> refusal("tables", words, ddl))),
                        change.elements().stream()
                                .map(SchemaChange.Added::element)
                                .flatMap(element -> refusals(element, in(element), ddl)),
                        change.alteredColumns().stream()
                                .flatMap(altered -> refusals(whatIsSaid(altered), in(altered), ddl)),
                        ofSequences(change)
                                .filter(words -> !ddl.knowsOfSequence(words))
                                .map(words -> refusal("sequences", words, ddl)))
                .flatMap(refusals -> refusals);
    }

    private static Stream<String> refusals(TableElement element, List<String> words, DdlCompiler ddl) {
        return words.stream()
                .filter(word -> !ddl.knows(word, element))
                .map(word -> word.equals(EXCLUDE)
                        ? "it has no exclusion constraints (EXCLUDE)"
                        : refusal(severalOf(element), word, ddl));
    }

    private static String refusal(String things, String words, DdlCompiler ddl) {
        String why = ddl.isNotRead(words)
                ? "Retort does not read " + words + " of " + things
                        + " back from it, so that no comparison would see it"
                : ddl.since(words)
                        .map(version -> "its " + things + " can have " + words + " from version " + version + " on")
                        .orElse("its " + things + " cannot have " + words);
        return REMEDIES.containsKey(words) ? why + "; " + REMEDIES.get(words) : why;
    }

    private static String severalOf(TableElement element) {
        if (element instanceof Column) {
            return "columns";
        }
        if (element instanceof PrimaryKey) {
            return "primary keys";
        }
        if (element instanceof UniqueConstraint) {
            return "unique constraints";
        }
        if (element instanceof CheckConstraint) {
            return "checks";
        }
        return element instanceof ForeignKey ? "foreign keys" : "indexes";
    }

    /** A column with only its changed properties; if its type does not change, with a type that every database has. */
    private static Column whatIsSaid(SchemaChange.AlteredColumn altered) {
        return ColumnChange.applied(altered.changes(), Column.of(altered.to(), StandardType.of(TypeKind.BIGINT)));
    }

    /** The properties in a change; removing one counts too. */
    private static List<String> in(SchemaChange.AlteredColumn altered) {
        List<String> words = in(whatIsSaid(altered));
        for (ColumnChange change : altered.changes()) {
            add(words, change instanceof ColumnChange.Type type && type.using() != null, USING);
            add(words, change instanceof ColumnChange.OnUpdate update && update.to() == null, ON_UPDATE);
            add(
                    words,
                    change instanceof ColumnChange.Collation texts
                            && texts.characterSet() == null
                            && texts.to() == null,
                    COLLATE);
        }
        return words;
    }

    private static Stream<String> ofSequences(SchemaChange change) {
        List<String> words = new ArrayList<>();
        for (Sequence made : change.madeSequences()) {
            add(words, made.type() != null, SEQUENCE_TYPE);
            add(words, made.owner() != null, OWNER);
        }
        change.alteredSequences().stream()
                .flatMap(altered -> altered.changes().stream())
                .forEach(altered -> {
                    add(words, altered instanceof SequenceChange.Type, SEQUENCE_TYPE);
                    add(words, altered instanceof SequenceChange.Owner, OWNER);
                });
        return words.stream();
    }

    private static List<String> in(Table table) {
        List<String> words = new ArrayList<>(table.options().values().keySet());
        add(words, table.partitioning() != null, PARTITIONING);
        add(words, !table.inherits().isEmpty(), INHERITANCE);
        return words;
    }

    /** The properties of a column, a constraint or an index that not every database supports. */
    public static List<String> in(TableElement element) {
        if (element instanceof Column column) {
            return in(column);
        }
        if (element instanceof Index index) {
            return in(index);
        }
        return element instanceof Constraint constraint ? in(constraint) : List.of();
    }

    private static List<String> in(Column column) {
        List<String> words = new ArrayList<>(column.options().values().keySet());
        add(words, column.onUpdate() != null, ON_UPDATE);
        add(words, column.characterSet() != null, CHARACTER_SET);
        add(words, column.collation() != null, COLLATE);
        add(words, column.invisible(), INVISIBLE);
        add(words, column.generated() != null && !column.generated().stored(), VIRTUAL);
        add(words, column.type() instanceof ArrayType, ARRAY);
        add(words, isTimeWithTimeZone(column.type()), TIME_WITH_TIME_ZONE);
        if (column.identity() != null) {
            SequenceOptions counting = column.identity().options();
            add(words, column.identity().always(), ALWAYS);
            add(words, counting.min() != null, "MINVALUE");
            add(words, counting.max() != null, "MAXVALUE");
            add(words, counting.cache() != null, "CACHE");
            add(words, counting.cycle(), "CYCLE");
        }
        return words;
    }

    private static List<String> in(Constraint constraint) {
        List<String> words = new ArrayList<>();
        if (constraint instanceof PrimaryKey key) {
            add(words, !key.included().isEmpty(), INCLUDE);
            add(words, key.deferrability());
        } else if (constraint instanceof UniqueConstraint unique) {
            add(words, !unique.included().isEmpty(), INCLUDE);
            add(words, !unique.nullsDistinct(), NULLS_NOT_DISTINCT);
            add(words, unique.deferrability());
            add(words, unique.comment() != null, COMMENT);
            words.addAll(unique.options().values().keySet());
        } else if (constraint instanceof ExclusionConstraint exclusion) {
            words.add(EXCLUDE);
            add(words, !exclusion.included().isEmpty(), INCLUDE);
            add(words, exclusion.deferrability());
            add(words, exclusion.comment() != null, COMMENT);
            words.addAll(exclusion.options().values().keySet());
            exclusion.parts().forEach(part -> add(words, part));
        } else if (constraint instanceof CheckConstraint check) {
            add(words, !check.validated(), NOT_VALID);
            add(words, !check.enforced(), NOT_ENFORCED);
            add(words, !check.inherited(), NO_INHERIT);
        } else if (constraint instanceof ForeignKey key) {
            add(words, key.match() == Match.FULL, MATCH_FULL);
            add(words, key.match() == Match.PARTIAL, MATCH_PARTIAL);
            add(words, setsDefault(key.onDelete()) || setsDefault(key.onUpdate()), SET_DEFAULT);
            add(words, !key.setColumns().isEmpty(), COLUMNS_OF_SET);
            add(words, !key.validated(), NOT_VALID);
            add(words, key.deferrability());
        }
        return words;
    }

    private static List<String> in(Index index) {
        List<String> words = new ArrayList<>();
        add(words, !index.included().isEmpty(), INCLUDE);
        add(words, !index.nullsDistinct(), NULLS_NOT_DISTINCT);
        add(words, index.method() != null, METHOD);
        add(words, index.where() != null, WHERE);
        add(words, index.parts().stream().anyMatch(Index.Part::expression), EXPRESSION);
        add(words, index.comment() != null, COMMENT);
        words.addAll(index.options().values().keySet());
        index.parts().forEach(part -> add(words, part));
        return words;
    }

    private static void add(List<String> words, Index.Part part) {
        add(words, part.length() != null, PREFIX_LENGTH);
        add(words, part.operatorClass() != null, "operator class " + part.operatorClass());
        add(words, part.nulls() != null, "NULLS " + part.nulls());
        add(words, part.collation() != null, COLLATE);
    }

    private static boolean setsDefault(ReferentialAction action) {
        return action == ReferentialAction.SET_DEFAULT;
    }

    private static boolean isTimeWithTimeZone(SqlType type) {
        return type instanceof ArrayType array
                ? isTimeWithTimeZone(array.element())
                : type instanceof StandardType standard && standard.kind() == TypeKind.TIME_WITH_TIME_ZONE;
    }

    private static void add(List<String> words, Deferrability deferrability) {
        add(words, deferrability != Deferrability.NOT_DEFERRABLE, DEFERRABLE);
    }

    private static void add(List<String> words, boolean said, String word) {
        if (said) {
            words.add(word);
        }
    }
}
