package dev.retort.cli;

import dev.retort.error.ControlCharacters;
import dev.retort.error.NearMatches;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * A call that does not fit the commands and options, in words.
 *
 * @param message what is wrong
 * @param hint what to do next
 */
record Misuse(String message, String hint) {

    /** The name of a long option; one that asks for a password ends with it. */
    private static final Pattern OPTION = Pattern.compile(
            "--[a-z-]*?(?:password|passwd|passphrase|pass|pwd|secret|token)(?!-|[a-z]*=)|--[\\w.-]*",
            Pattern.CASE_INSENSITIVE);

    /** How long an argument with several flags of one letter may be. */
    private static final int SEVERAL_FLAGS = 4;

    /**
     * What is wrong with a call.
     *
     * @param call the words of the call
     */
    static Misuse of(ParameterException failure, String... call) {
        CommandLine command = failure.getCommandLine();
        String help = "'" + command.getCommandSpec().qualifiedName(" ") + " --help' explains the options.";
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command, List.of(call), help);
        }
        if (failure.getCause() instanceof IndexOutOfBoundsException) {
            // picocli looks for abbreviations in whatever is no value of an option, and an empty text has no first
            // letter.
            return new Misuse(
                    "An argument is empty; a revision is named by its id, a label, or a word such as 'head'.", help);
        }
        // Words of picocli that are said twice.
        String message = String.valueOf(failure.getMessage())
                .replaceFirst("^Error: ", "")
                .replace("option option", "option")
                // What was given may be a password.
                .replaceFirst("(?s)(should be in KEY=VALUE\\S* format) but was .*", "$1")
                .strip();
        return new Misuse(message.endsWith(".") ? message : message + ".", help);
    }

    private static Misuse unmatched(
            UnmatchedArgumentException failure, CommandLine command, List<String> call, String help) {
        String argument = failure.getUnmatched().get(0);
        boolean steps = argument.matches("-[0-9]+");
        if (argument.startsWith("-") && !steps) {
            return unknownOption(option(argument), command, call, help);
        }
        if (command.getParent() != null) {
            return new Misuse("'" + shown(argument) + "' is one argument too many.", help);
        }
        if (Commands.names().contains(argument)) {
            return new Misuse(
                    "The command '" + argument + "' stands behind '--', where only arguments are.",
                    "Write it before: 'retort " + argument + "'. 'retort --help' lists the commands.");
        }
        return new Misuse(
                "There is no command '" + shown(argument) + "'.",
                OtherTools.meant(
                                        call.contains(argument)
                                                ? call.subList(call.indexOf(argument), call.size())
                                                : List.of(argument))
                                .map(meant -> meant + " ")
                                .orElseGet(() -> near(argument, Commands.names()))
                        + "'retort --help' lists the commands.");
    }

    private static Misuse unknownOption(String option, CommandLine command, List<String> call, String help) {
        List<String> owners = command.getSubcommands().entrySet().stream()
                .filter(each -> each.getValue().getCommandSpec().optionsMap().containsKey(option))
                .map(Map.Entry::getKey)
                .toList();
        if (!owners.isEmpty()) {
            String owner = call.stream().filter(owners::contains).findFirst().orElse(owners.get(0));
            return new Misuse(
                    "The option '" + option + "' stands before the command.",
                    "Write it behind: 'retort " + owner + " " + option + "'. 'retort " + owner
                            + " --help' explains the options.");
        }
        List<String> options = command.getCommandSpec().optionsMap().keySet().stream()
                .filter(name -> name.startsWith("--"))
                .sorted()
                .toList();
        return new Misuse(
                "There is no option '" + shown(option) + "'.",
                OtherOptions.meant(option).map(meant -> meant + " ").orElseGet(() -> near(option, options)) + help);
    }

    private static String shown(String typed) {
        return ControlCharacters.shownOnALine(typed);
    }

    /** An option without what follows its name, with a sign between or not, which may be a password. */
    private static String option(String argument) {
        if (!argument.startsWith("--")) {
            return argument.length() > SEVERAL_FLAGS ? argument.substring(0, 2) + "…" : argument;
        }
        Matcher name = OPTION.matcher(argument);
        String option = name.lookingAt() ? name.group() : "--";
        return option.length() == argument.length() || argument.startsWith("=", option.length())
                ? option
                : option + "…";
    }

    private static String near(String typed, List<String> candidates) {
        return NearMatches.of(typed, candidates).stream()
                .findFirst()
                .map(found -> "Did you mean '" + found + "'? ")
                .orElse("");
    }
}
