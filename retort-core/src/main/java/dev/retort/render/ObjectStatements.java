package dev.retort.render;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AlterSequence;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.CreateObject;
import dev.retort.operation.CreateSequence;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropObject;
import dev.retort.operation.DropSequence;
import dev.retort.operation.Privileges;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.SequenceChange;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.Domain;
import dev.retort.schema.Extension;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.Routine;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.Sequence;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Operations on objects other than tables as Java statements. */
final class ObjectStatements {

    private final JavaStatements statements;
    private final Imports imports;
    private final ValueExpressions values;
    private final ElementExpressions elements;

    ObjectStatements(JavaStatements statements, Imports imports, ValueExpressions values, ElementExpressions elements) {
        this.statements = statements;
        this.imports = imports;
        this.values = values;
        this.elements = elements;
    }

    // sequences

    String createSequence(CreateSequence operation) {
        Sequence sequence = operation.sequence();
        if (!isPlain(sequence)) {
            return statements.call("createSequence", elements.sequence(sequence));
        }
        return sequence.start() == 1 && sequence.increment() == 1
                ? statements.call("createSequence", statements.name(sequence.name()))
                : statements.call("createSequence", numbers(sequence));
    }

    String alterSequence(AlterSequence operation) {
        Expression lambda = Expression.text("s -> s");
        Sequence was = operation.was();
        if (was != null) {
            lambda = isPlain(was)
                    ? lambda.then("from", values.number(was.start()), values.number(was.increment()))
                    : lambda.then("from", elements.sequence(was));
        }
        for (SequenceChange change : operation.changes()) {
            lambda = elements.change(lambda, change);
        }
        return statements.call("alterSequence", statements.name(operation.name()), lambda);
    }

    String dropSequence(DropSequence operation, @Nullable Sequence was) {
        if (was == null) {
            return statements.call("dropSequence", statements.name(operation.name()));
        }
        return isPlain(was)
                ? statements.call("dropSequence", numbers(was))
                : statements.call("dropSequence", elements.sequence(was));
    }

    /** Whether nothing is said of a sequence but where it begins and in which steps it counts. */
    private static boolean isPlain(Sequence sequence) {
        return sequence.equals(Sequence.of(sequence.name(), sequence.start(), sequence.increment()));
    }

    private Expression[] numbers(Sequence sequence) {
        return new Expression[] {
            statements.name(sequence.name()), values.number(sequence.start()), values.number(sequence.increment())
        };
    }

    // objects beside tables

    String create(CreateObject operation) {
        AuxiliaryObject object = operation.object();
        return statements.call("create" + word(object.kind()), definition(object));
    }

    String replace(ReplaceObject operation) {
        AuxiliaryObject object = operation.object();
        AuxiliaryObject was = operation.was();
        if (object instanceof Extension) {
            return statements.call("updateExtension", definition(object));
        }
        String method = "replace" + word(object.kind());
        return was == null
                ? statements.call(method, definition(object))
                : statements.call(method, expression(object), expression(was));
    }

    String drop(DropObject operation, @Nullable AuxiliaryObject was) {
        ObjectReference object = operation.object();
        if (was instanceof View) {
            return statements.call("dropView", expression(was));
        }
        if (was != null) {
            return statements.call("drop" + word(object.kind()), definition(was));
        }
        return switch (object.kind()) {
            case FUNCTION -> statements.call("dropFunction", signature(object));
            case PROCEDURE -> statements.call("dropProcedure", signature(object));
            case MATERIALIZED_VIEW -> statements.call("dropMaterializedView", signature(object));
            case TRIGGER -> statements.call("dropTrigger", nameAndTable(object));
            default -> statements.call("drop" + word(object.kind()), signature(object));
        };
    }

    String rename(RenameObject operation) {
        ObjectReference object = operation.object();
        Expression to = values.text(operation.to());
        return switch (object.kind()) {
            case FUNCTION -> statements.call("renameFunction", signature(object), to);
            case PROCEDURE -> statements.call("renameProcedure", signature(object), to);
            case MATERIALIZED_VIEW -> statements.call("renameMaterializedView", signature(object), to);
            case TRIGGER -> {
                Expression[] named = nameAndTable(object);
                yield statements.call("renameTrigger", named[0], named[1], to);
            }
            default -> statements.call("rename" + word(object.kind()), signature(object), to);
        };
    }

    String privileges(String method, Privileges privileges, List<String> grantees) {
        Expression granted = Expression.call(
                        imports.type(Privileges.class) + ".of",
                        privileges.words().stream().map(values::text).toList())
                .then(
                        switch (privileges.on().kind()) {
                            case SCHEMA -> "onSchema";
                            case SEQUENCE -> "onSequence";
                            case FUNCTION -> "onFunction";
                            case PROCEDURE -> "onProcedure";
                            default -> "on";
                        },
                        signature(privileges.on()));
        return statements.call(
                method,
                Stream.concat(
                                Stream.of(privileges.grantable() ? granted.then("withGrantOption") : granted),
                                grantees.stream().map(values::text))
                        .toArray(Expression[]::new));
    }

    String refreshView(RefreshView operation) {
        return statements.call(
                operation.concurrently() ? "refreshViewConcurrently" : "refreshView",
                statements.name(operation.view()));
    }

    String addEnumValue(AddEnumValue operation) {
        String neighbour = operation.neighbour();
        return neighbour == null
                ? statements.call("addEnumValue", statements.name(operation.type()), values.text(operation.value()))
                : statements.call(
                        operation.before() ? "addEnumValueBefore" : "addEnumValueAfter",
                        statements.name(operation.type()),
                        values.text(operation.value()),
                        values.text(neighbour));
    }

    String removeEnumValue(RemoveEnumValue operation) {
        return statements.call(
                "removeEnumValue",
                Stream.concat(
                                Stream.of(statements.name(operation.type()), values.text(operation.value())),
                                Stream.ofNullable(operation.replacement()).map(values::text))
                        .toArray(Expression[]::new));
    }

    String renameEnumValue(RenameEnumValue operation) {
        return statements.call(
                "renameEnumValue",
                statements.name(operation.type()),
                values.text(operation.from()),
                values.text(operation.to()));
    }

    String alterDomain(AlterDomain operation) {
        Expression lambda = Expression.text("d -> d");
        for (DomainChange change : operation.changes()) {
            lambda = domainChange(lambda, change);
        }
        return statements.call("alterDomain", statements.name(operation.name()), lambda);
    }

    private Expression domainChange(Expression domain, DomainChange change) {
        if (change instanceof DomainChange.Default value) {
            String method = value.to() == null ? "noDefault" : "defaultsToSql";
            Stream<Expression> was = value.was() == null ? Stream.of() : Stream.of(values.text(value.was()));
            boolean none = value.reversible() && value.was() == null && value.to() != null;
            return domain.then(
                    method,
                    Stream.of(
                                    Stream.ofNullable(value.to()).map(values::text),
                                    none ? Stream.of(Expression.text("null")) : was)
                            .flatMap(some -> some)
                            .toArray(Expression[]::new));
        }
        if (change instanceof DomainChange.Nullability nullability) {
            return domain.then(nullability.nullable() ? "nullable" : "notNull");
        }
        if (change instanceof DomainChange.AddedCheck check) {
            return domain.then("addCheck", values.text(check.name()), values.text(check.condition()));
        }
        DomainChange.DroppedCheck check = (DomainChange.DroppedCheck) change;
        return check.was() == null
                ? domain.then("dropCheck", values.text(check.name()))
                : domain.then("dropCheck", values.text(check.name()), values.text(check.was()));
    }

    String attachPartition(AttachPartition operation) {
        return statements.call(
                "attachPartition",
                statements.name(operation.table()),
                statements.name(operation.partition()),
                values.text(operation.bounds()));
    }

    String detachPartition(DetachPartition operation) {
        return operation.was() == null
                ? statements.call(
                        "detachPartition", statements.name(operation.table()), statements.name(operation.partition()))
                : statements.call(
                        "detachPartition",
                        statements.name(operation.table()),
                        statements.name(operation.partition()),
                        values.text(operation.was()));
    }

    /** The word of a kind in the names of methods. */
    private static String word(Kind kind) {
        return switch (kind) {
            case SCHEMA -> "Schema";
            case EXTENSION -> "Extension";
            case ENUM_TYPE -> "Enum";
            case DOMAIN -> "Domain";
            case SEQUENCE -> "Sequence";
            case VIEW, MATERIALIZED_VIEW -> "View";
            case FUNCTION, PROCEDURE -> "Routine";
            case TRIGGER -> "Trigger";
            case TABLE, UNMODELLED -> throw new IllegalArgumentException("No operation has the word of a " + kind);
        };
    }

    /** The arguments of the method that creates an object. */
    private Expression[] definition(AuxiliaryObject object) {
        List<Expression> arguments = new ArrayList<>();
        if (object instanceof NamedEnum words) {
            arguments.add(statements.name(words.name()));
            words.values().forEach(value -> arguments.add(values.text(value)));
        } else if (object instanceof Domain domain) {
            arguments.add(statements.name(domain.name()));
            arguments.add(elements.type(domain.type()));
            arguments.add(values.text(domain.clauses()));
        } else if (object instanceof View view && !view.materialized()) {
            arguments.add(statements.name(view.name()));
            arguments.add(statements.sql(view.query()));
        } else if (object instanceof View || object instanceof Routine || object instanceof Trigger) {
            arguments.add(expression(object));
        } else {
            arguments.add(statements.name(object.name()));
            if (object instanceof Extension extension && extension.version() != null) {
                arguments.add(values.text(extension.version()));
            }
        }
        return arguments.toArray(Expression[]::new);
    }

    private Expression expression(AuxiliaryObject object) {
        if (object instanceof View view) {
            Expression plain = Expression.call(
                    imports.objectWord("view"), statements.name(view.name()), statements.sql(view.query()));
            return view.materialized() ? plain.then("asMaterialized") : plain;
        }
        if (object instanceof Routine routine) {
            return Expression.call(
                    imports.objectWord(routine.kind() == Kind.FUNCTION ? "function" : "procedure"),
                    signature(routine.reference()),
                    statements.sql(routine.definition()));
        }
        Trigger trigger = (Trigger) object;
        Expression[] named = nameAndTable(trigger.reference());
        return Expression.call(imports.objectWord("trigger"), named[0], named[1], statements.sql(trigger.definition()));
    }

    private Expression signature(ObjectReference object) {
        return values.text(object.signature());
    }

    private Expression[] nameAndTable(ObjectReference trigger) {
        return new Expression[] {
            values.text(trigger.name().name()), statements.name(Objects.requireNonNull(trigger.table()))
        };
    }
}
