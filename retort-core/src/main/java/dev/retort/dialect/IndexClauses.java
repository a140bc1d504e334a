package dev.retort.dialect;

import dev.retort.schema.Index;
import dev.retort.schema.QualifiedName;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The clauses of CREATE INDEX. */
final class IndexClauses {

    private final IdentifierRules names;

    IndexClauses(IdentifierRules names) {
        this.names = names;
    }

    /**
     * The statement that creates an index.
     *
     * @param words what follows INDEX, with a space after it
     * @param part writes one of its parts
     */
    String of(QualifiedName table, Index index, String words, Function<Index.Part, String> part) {
        String parts = index.parts().stream().map(part).collect(Collectors.joining(", "));
        return "CREATE " + (index.unique() ? "UNIQUE " : "") + "INDEX " + words + names.write(index.name()) + " ON "
                + names.write(table) + (index.method() == null ? "" : " USING " + index.method()) + " (" + parts + ")"
                + (index.where() == null ? "" : " WHERE " + index.where());
    }

    String of(Index.Part part) {
        return (part.expression() ? "(" + part.text() + ")" : names.write(part.text()))
                + (part.length() == null ? "" : "(" + part.length() + ")")
                + (part.collation() == null ? "" : " COLLATE " + names.write(part.collation()))
                + (part.operatorClass() == null ? "" : " " + names.write(part.operatorClass()))
                + (part.descending() ? " DESC" : "")
                + (part.nulls() == null ? "" : " NULLS " + part.nulls());
    }
}
