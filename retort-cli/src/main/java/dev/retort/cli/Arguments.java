package dev.retort.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ScopeType;

/** What the command line may hold. A subclass declares it by its fields, in the order in which the help shows them. */
abstract class Arguments {

    private final CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
    private final ScopeType scope;

    Arguments(ScopeType scope) {
        this.scope = scope;
    }

    final CommandSpec spec() {
        return spec;
    }

    /** An option without a value. */
    final Argument<Boolean> flag(String description, String... names) {
        return new Argument<>(add(OptionSpec.builder(names).type(boolean.class).description(description)), false);
    }

    /** An option without a value that the help does not show. */
    final Argument<Boolean> hiddenFlag(String name) {
        return new Argument<>(add(OptionSpec.builder(name).type(boolean.class).hidden(true)), false);
    }

    /** The option that prints the help. */
    final void help(String description, String... names) {
        add(OptionSpec.builder(names).usageHelp(true).description(description));
    }

    /** An option with a text, which is empty when the call gives none. */
    final Argument<String> text(String label, String description, String... names) {
        return new Argument<>(add(option(String.class, label, description, names)), "");
    }

    /** An option with a text that a call must give. */
    final Argument<String> requiredText(String label, String description, String... names) {
        return new Argument<>(
                add(option(String.class, label, description, names).required(true)), "");
    }

    /** An option with a text that may be missing. */
    final OptionalArgument<String> optionalText(String label, String description, String... names) {
        return new OptionalArgument<>(add(option(String.class, label, description, names)));
    }

    /** An option with a file that may be missing. */
    final OptionalArgument<Path> optionalFile(String label, String description, String... names) {
        return new OptionalArgument<>(add(option(Path.class, label, description, names)));
    }

    /** An option with a text that a call may repeat. */
    final Argument<List<String>> texts(String label, String description, String... names) {
        return new Argument<>(
                add(option(List.class, label, description, names).auxiliaryTypes(String.class)), List.of());
    }

    /** An option with a key and a value that a call may repeat. */
    final Argument<Map<String, String>> pairs(String label, String description, String... names) {
        return new Argument<>(add(pair(label, description, names)), new LinkedHashMap<>());
    }

    /** An option with a key, and a value that is empty when it is missing; a call may repeat it. */
    final Argument<Map<String, String>> keys(String label, String description, String... names) {
        OptionSpec.Builder option = pair(label, description, names);
        option.mapFallbackValue("");
        return new Argument<>(add(option), new LinkedHashMap<>());
    }

    /** The only parameter. */
    final Argument<String> parameter(String label, String description) {
        return new Argument<>(add(parameter(String.class, label, description).required(true)), "");
    }

    /** The only parameter, which may be missing. */
    final OptionalArgument<String> optionalParameter(String label, String description) {
        return new OptionalArgument<>(
                add(parameter(String.class, label, description).arity("0..1")));
    }

    /** One parameter or more. */
    final Argument<List<String>> parameters(String label, String description) {
        return new Argument<>(add(several(String.class, label, description)), List.of());
    }

    /** Any number of parameters. */
    final Argument<List<String>> optionalParameters(String label, String description) {
        return new Argument<>(
                add(parameter(List.class, label, description)
                        .auxiliaryTypes(String.class)
                        .arity("0..*")),
                List.of());
    }

    /** One directory or more. */
    final Argument<List<Path>> directories(String label, String description) {
        return new Argument<>(add(several(Path.class, label, description)), List.of());
    }

    /** Lets a call have no more than one of these options. */
    final void exclusive(List<Argument<Boolean>> options) {
        ArgGroupSpec.Builder group = ArgGroupSpec.builder();
        for (Argument<Boolean> option : options) {
            // The group adds them again.
            spec.remove(option.spec());
            group.addArg(option.spec());
        }
        spec.addArgGroup(group.build());
    }

    private static OptionSpec.Builder option(Class<?> type, String label, String description, String... names) {
        return OptionSpec.builder(names).type(type).paramLabel(label).description(description);
    }

    private static OptionSpec.Builder pair(String label, String description, String... names) {
        return option(Map.class, label, description, names).auxiliaryTypes(String.class, String.class);
    }

    private static PositionalParamSpec.Builder parameter(Class<?> type, String label, String description) {
        return PositionalParamSpec.builder().type(type).paramLabel(label).description(description);
    }

    private static PositionalParamSpec.Builder several(Class<?> type, String label, String description) {
        return parameter(List.class, label, description)
                .auxiliaryTypes(type)
                .arity("1..*")
                .required(true);
    }

    private OptionSpec add(OptionSpec.Builder builder) {
        OptionSpec option = builder.scopeType(scope).build();
        spec.addOption(option);
        return option;
    }

    private PositionalParamSpec add(PositionalParamSpec.Builder builder) {
        PositionalParamSpec parameter = builder.build();
        spec.addPositional(parameter);
        return parameter;
    }
}
