package dev.retort.render;

import dev.retort.operation.AddEnumValue;
import dev.retort.operation.AlterDomain;
import dev.retort.operation.AttachPartition;
import dev.retort.operation.CreateObject;
import dev.retort.operation.DetachPartition;
import dev.retort.operation.DomainChange;
import dev.retort.operation.DropObject;
import dev.retort.operation.Grant;
import dev.retort.operation.Operation;
import dev.retort.operation.Privileges;
import dev.retort.operation.RefreshView;
import dev.retort.operation.RemoveEnumValue;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameEnumValue;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameObject;
import dev.retort.operation.ReplaceObject;
import dev.retort.operation.Revoke;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.AuxiliaryObject;
import dev.retort.schema.Domain;
import dev.retort.schema.Extension;
import dev.retort.schema.NamedEnum;
import dev.retort.schema.ObjectReference;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaObject.Kind;
import dev.retort.schema.SqlType;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Makes operations on objects beside tables, with names and texts that are easy to get wrong. */
record RandomObjects(Random random, Supplier<String> text, Supplier<QualifiedName> name, Supplier<SqlType> type) {

    /** One operation of every kind for every kind of object. */
    List<Operation> all() {
        List<Operation> all = new ArrayList<>();
        for (AuxiliaryObject object : objects()) {
            all.add(new CreateObject(object));
            all.add(new DropObject(object.reference(), object));
            boolean dropsByNameAlone = object instanceof Schema || object instanceof Extension;
            if (!dropsByNameAlone) {
                all.add(new DropObject(object.reference(), null));
            }
            if (object instanceof View || object instanceof Routine || object instanceof Trigger) {
                all.add(new ReplaceObject(object, null));
                all.add(new ReplaceObject(object, object));
            }
            if (!(object instanceof Extension)) {
                all.add(new RenameObject(object.reference(), text.get()));
            }
        }
        all.add(new ReplaceObject(new Extension(name.get(), text.get()), null));
        all.add(new ReplaceObject(new Extension(name.get(), null), null));
        all.add(new RenameObject(ObjectReference.of(Kind.SEQUENCE, name.get()), text.get()));
        all.add(new RefreshView(name.get(), random.nextBoolean()));
        all.add(new AddEnumValue(name.get(), text.get(), null, false));
        all.add(new AddEnumValue(name.get(), text.get(), text.get(), random.nextBoolean()));
        all.add(new RemoveEnumValue(name.get(), text.get(), null));
        all.add(new RemoveEnumValue(name.get(), text.get(), text.get()));
        all.add(new RenameEnumValue(name.get(), text.get(), text.get()));
        all.add(new AlterDomain(
                name.get(),
                List.of(
                        new DomainChange.Default(text.get(), null, true),
                        new DomainChange.Default(text.get(), text.get(), true),
                        new DomainChange.Default(text.get(), null, false),
                        new DomainChange.Default(null, null, false),
                        new DomainChange.Default(null, text.get(), true),
                        new DomainChange.Nullability(random.nextBoolean()),
                        new DomainChange.AddedCheck(text.get(), text.get()),
                        new DomainChange.DroppedCheck(text.get(), null),
                        new DomainChange.DroppedCheck(text.get(), text.get()))));
        for (Privileges granted : privileges()) {
            all.add(new Grant(granted, List.of("a" + text.get())));
            all.add(new Revoke(granted.withGrantOption(), List.of("a" + text.get(), text.get() + "b")));
        }
        all.add(new AttachPartition(name.get(), name.get(), text.get()));
        all.add(new DetachPartition(name.get(), name.get(), null));
        all.add(new DetachPartition(name.get(), name.get(), text.get()));
        all.add(new RenameConstraint(name.get(), text.get(), text.get()));
        all.add(new RenameIndex(name.get(), text.get(), text.get()));
        all.add(new ValidateConstraint(name.get(), text.get()));
        return all;
    }

    Operation create() {
        return new CreateObject(view());
    }

    Operation drop() {
        return new DropObject(view().reference(), null);
    }

    private View view() {
        return new View(name.get(), text.get(), random.nextBoolean());
    }

    private List<AuxiliaryObject> objects() {
        QualifiedName table = name.get();
        return List.of(
                new Schema(QualifiedName.of(text.get())),
                new Extension(name.get(), null),
                new Extension(name.get(), text.get()),
                new NamedEnum(name.get(), List.of("a" + text.get(), text.get() + "b")),
                new Domain(name.get(), type.get(), text.get()),
                new View(name.get(), text.get(), false),
                new View(name.get(), text.get(), true),
                new Routine(routine(Kind.FUNCTION), text.get()),
                new Routine(routine(Kind.PROCEDURE), text.get()),
                new Trigger(table.sibling(text.get()), table, text.get()));
    }

    private ObjectReference routine(Kind kind) {
        return new ObjectReference(kind, name.get(), random.nextBoolean() ? null : text.get(), null);
    }

    private List<Privileges> privileges() {
        Privileges.Words words = Privileges.of("SELECT", "UPDATE (a)");
        return List.of(
                words.on(name.get().toString()),
                words.onSchema(QualifiedName.of(text.get()).toString()),
                words.onSequence(name.get().toString()),
                words.onFunction(routine(Kind.FUNCTION).signature()),
                words.onProcedure(routine(Kind.PROCEDURE).signature()));
    }
}
