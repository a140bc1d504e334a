package dev.retort.schema;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The names of constraints and indexes that are given none, as templates: {@code uq_%(table_name)s_%(column_0_name)s}. A template with
 * {@code %(constraint_name)s} also takes up the names that are given. Immutable.
 */
public final class NamingConvention {

    /** What a template can name. */
    public enum Kind {
        /** An index. */
        IX,
        /** A unique constraint. */
        UQ,
        /** A check. */
        CK,
        /** A foreign key. */
        FK,
        /** A primary key. */
        PK,
        /** An exclusion constraint. */
        EX;

        /** The key of its template. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The kind of a constraint. */
        public static Kind of(Constraint constraint) {
            if (constraint instanceof PrimaryKey) {
                return PK;
            }
            if (constraint instanceof ForeignKey) {
                return FK;
            }
            if (constraint instanceof UniqueConstraint) {
                return UQ;
            }
            return constraint instanceof CheckConstraint ? CK : EX;
        }
    }

    /** No templates. */
    public static final NamingConvention NONE = new NamingConvention(Map.of());

    private static final NameTemplate DEFAULT_INDEX = NameTemplate.parse("ix_%(column_0_label)s", Kind.IX);

    private final Map<Kind, NameTemplate> templates;

    private NamingConvention(Map<Kind, NameTemplate> templates) {
        this.templates = templates;
    }

    /**
     * Parses templates.
     *
     * @param templates the templates by the keys of their kinds
     * @throws IllegalArgumentException naming what is unknown or malformed, and what is known
     */
    public static NamingConvention of(Map<String, String> templates) {
        Map<Kind, NameTemplate> parsed = new EnumMap<>(Kind.class);
        templates.forEach((key, template) -> {
            Kind kind = Arrays.stream(Kind.values())
                    .filter(candidate -> candidate.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There are no names for '" + key + "', but for "
                            + Arrays.stream(Kind.values()).map(Kind::key).collect(Collectors.joining(", ")) + "."));
            parsed.put(kind, NameTemplate.parse(template, kind));
        });
        return new NamingConvention(parsed);
    }

    private Map<Kind, String> written() {
        Map<Kind, String> written = new EnumMap<>(Kind.class);
        templates.forEach((kind, template) -> written.put(kind, template.toString()));
        return written;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof NamingConvention that && written().equals(that.written());
    }

    @Override
    public int hashCode() {
        return written().hashCode();
    }

    /** Its templates by the keys of their kinds. */
    @Override
    public String toString() {
        return written().toString();
    }

    /** Whether there is no template. */
    public boolean isEmpty() {
        return templates.isEmpty();
    }

    /** Whether there is a template for a kind. */
    public boolean has(Kind kind) {
        return templates.containsKey(kind);
    }

    /** The template for a kind as it was written; empty if there is none. */
    public Optional<String> template(Kind kind) {
        return Optional.ofNullable(templates.get(kind)).map(NameTemplate::toString);
    }

    /**
     * The final name of a constraint: its own, in the template if that takes it up, else the one that the template makes. Empty if it has
     * none and there is no template, or the template lacks something. A name that the template may have made stays.
     */
    public Optional<String> name(QualifiedName table, Constraint constraint, NameLimit limit) {
        return name(templates.get(Kind.of(constraint)), subject(table, constraint), constraint.name(), limit);
    }

    /** The final name of an index, as {@link #name(QualifiedName, Constraint, NameLimit)} is that of a constraint. */
    public String name(QualifiedName table, Index index, NameLimit limit) {
        return name(templates.get(Kind.IX), subject(table, index.parts()), index.name(), limit)
                .orElse(index.name());
    }

    /**
     * A name for an index without one, by default {@code ix_%(column_0_label)s}. Empty if the template needs a name, or a column where the
     * index has an expression.
     */
    public Optional<String> indexName(QualifiedName table, List<Index.Part> parts, NameLimit limit) {
        return name(templates.getOrDefault(Kind.IX, DEFAULT_INDEX), subject(table, parts), null, limit);
    }

    private static Optional<String> name(
            @Nullable NameTemplate template, NameTemplate.Subject subject, @Nullable String given, NameLimit limit) {
        Optional<String> own = Optional.ofNullable(given);
        if (template == null
                || (given != null && (!template.hasGivenName() || template.mayHaveMade(given, subject, limit)))) {
            return own;
        }
        return template.fill(subject, given).map(limit::shortened).or(() -> own);
    }

    private static NameTemplate.Subject subject(QualifiedName table, Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return subject(table, parts(key.columns()));
        }
        if (constraint instanceof UniqueConstraint unique) {
            return subject(table, parts(unique.columns()));
        }
        if (constraint instanceof ForeignKey key) {
            return new NameTemplate.Subject(
                    table, parts(key.columns()), key.referredTable(), parts(key.referredColumns()));
        }
        return subject(table, constraint instanceof ExclusionConstraint exclusion ? exclusion.parts() : List.of());
    }

    private static NameTemplate.Subject subject(QualifiedName table, List<Index.Part> columns) {
        return new NameTemplate.Subject(table, columns, null, List.of());
    }

    private static List<Index.Part> parts(List<String> columns) {
        return columns.stream().map(Index.Part::column).toList();
    }
}
