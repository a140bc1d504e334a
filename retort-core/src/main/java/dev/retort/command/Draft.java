package dev.retort.command;

import dev.retort.dialect.Dialect;
import dev.retort.error.DifferencesNotWritableException;
import dev.retort.error.UnsupportedByDialectException;
import dev.retort.operation.ExecuteSql;
import dev.retort.operation.GeneratedOperations;
import dev.retort.operation.Hazard;
import dev.retort.operation.Operation;
import dev.retort.script.RevisionFormat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The generated operations that a database can run.
 *
 * @param upgrade the operations that can run, with hazards about those that cannot
 * @param downgrade the operations that undo them
 */
record Draft(GeneratedOperations upgrade, GeneratedOperations downgrade) {

    /**
     * Removes the operations that the database cannot run, if people can do these by hand.
     *
     * @param format the format of the revision
     * @throws DifferencesNotWritableException listing all that the database cannot do, when nothing is left or it cannot be done by hand; or
     *     what a revision in SQL cannot have
     */
    static Draft of(CompareSchemas.Result found, RevisionFormat format) {
        Draft draft = possible(found);
        if (format == RevisionFormat.SQL) {
            draft.requireStatements(found.dialect());
        }
        return draft;
    }

    private static Draft possible(CompareSchemas.Result found) {
        Dialect dialect = found.dialect();
        Map<Operation, String> refusals = new LinkedHashMap<>(found.refused());
        Set<String> advice = new LinkedHashSet<>();
        for (Operation operation : found.upgrade().operations()) {
            refusal(dialect, operation).ifPresent(e -> {
                refusals.put(operation, e.why());
                advice.add(e.wayOut());
            });
        }
        List<String> sentences = new ArrayList<>(found.missing());
        Set<Operation> undone = new HashSet<>();
        refusals.forEach((operation, why) -> {
            sentences.add(operation.describe() + ": " + why);
            operation.reverse().ifPresent(undone::add);
        });
        for (Operation operation : found.downgrade().operations()) {
            if (undone.contains(operation)) {
                continue;
            }
            refusal(dialect, operation).ifPresent(e -> {
                sentences.add("downgrade: " + operation.describe() + ": " + e.why());
                advice.add(e.wayOut());
                operation.reverse().ifPresent(up -> refusals.putIfAbsent(up, e.why()));
            });
        }
        stranded(found, refusals.keySet()).forEach((operation, why) -> {
            refusals.put(operation, why);
            sentences.add(operation.describe() + ": " + why);
        });
        advice.remove("");
        if (sentences.isEmpty()) {
            return new Draft(found.upgrade(), found.downgrade());
        }
        List<Operation> left = found.upgrade().operations().stream()
                .filter(operation -> !refusals.containsKey(operation))
                .toList();
        boolean byHand = !advice.isEmpty() || !found.refused().isEmpty();
        if (!found.missing().isEmpty() || !byHand || left.isEmpty()) {
            throw new DifferencesNotWritableException(dialect.displayName(), sentences, advice);
        }
        return new Draft(
                with(found.upgrade(), left, notices(sentences, advice)),
                with(found.downgrade(), reversed(left), List.of()));
    }

    private static Optional<UnsupportedByDialectException> refusal(Dialect dialect, Operation operation) {
        try {
            dialect.ddl().compile(operation);
            return Optional.empty();
        } catch (UnsupportedByDialectException e) {
            return Optional.of(e);
        }
    }

    /** A statement of a revision in SQL has to be known when it is written. */
    private void requireStatements(Dialect dialect) {
        List<String> others = Stream.concat(upgrade.operations().stream(), downgrade.operations().stream())
                .filter(operation -> !dialect.ddl().compile(operation).stream()
                        .allMatch(executable -> executable.statements().isPresent()))
                .map(operation -> operation.describe() + ": it depends on the table that is there when it runs")
                .toList();
        if (!others.isEmpty()) {
            throw DifferencesNotWritableException.inSql(dialect.displayName(), others);
        }
    }

    /**
     * Adds the operations that fail because one that creates a table or a column is removed, and what they need. Statements that fill a new
     * table follow it.
     */
    private static Map<Operation, String> stranded(CompareSchemas.Result found, Set<Operation> refused) {
        Needs needs = new Needs(found.dialect().syntax());
        Set<Operation> gone = new LinkedHashSet<>(refused);
        Map<Operation, String> stranded = new LinkedHashMap<>();
        Operation previous = null;
        for (Operation operation : found.upgrade().operations()) {
            boolean fills = operation instanceof ExecuteSql;
            Operation table = fills && previous != null && gone.contains(previous) ? previous : null;
            Operation needed = gone.stream()
                    .filter(other -> needs.needs(operation, other))
                    .findFirst()
                    .orElse(table);
            if (needed != null && gone.add(operation)) {
                stranded.put(operation, "it needs '" + needed.describe() + "', which is left out");
            }
            previous = fills ? previous : operation;
        }
        return stranded;
    }

    private static List<Operation> reversed(List<Operation> operations) {
        return operations.stream()
                .flatMap(operation -> operation.reverse().stream())
                .toList();
    }

    private static GeneratedOperations with(GeneratedOperations all, List<Operation> kept, List<Hazard> more) {
        return new GeneratedOperations(
                all.generated().stream()
                        .filter(one -> kept.contains(one.operation()))
                        .toList(),
                Stream.concat(all.notices().stream(), more.stream()).toList());
    }

    /** The alternative once, after all operations that need it. */
    private static List<Hazard> notices(List<String> sentences, Set<String> advice) {
        List<Hazard> notices = new ArrayList<>();
        for (String sentence : sentences) {
            boolean last = notices.size() == sentences.size() - 1;
            String wayOut = last && !advice.isEmpty() ? " " + String.join(" ", advice) : "";
            notices.add(new Hazard(Hazard.Kind.NOT_GENERATED, null, "Left out: " + sentence + "." + wayOut));
        }
        return notices;
    }
}
