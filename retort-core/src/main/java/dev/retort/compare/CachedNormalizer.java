package dev.retort.compare;

import dev.retort.dialect.Definition;
import dev.retort.dialect.NormalForms;
import dev.retort.schema.TableElement;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** Asks a server for the normal form of each definition once. */
final class CachedNormalizer implements Function<Collection<Definition>, NormalForms> {

    private final Function<Collection<Definition>, NormalForms> server;
    private final Set<Definition> known = new HashSet<>();
    private final Map<Definition, TableElement> forms = new HashMap<>();
    private boolean asked = true;

    CachedNormalizer(Function<Collection<Definition>, NormalForms> server) {
        this.server = server;
    }

    @Override
    public NormalForms apply(Collection<Definition> definitions) {
        List<Definition> fresh = definitions.stream()
                .filter(definition -> !known.contains(definition))
                .toList();
        if (!fresh.isEmpty()) {
            NormalForms answer = server.apply(fresh);
            known.addAll(fresh);
            forms.putAll(answer.byDefinition());
            asked &= answer.asked();
        }
        return new NormalForms(forms, asked);
    }
}
