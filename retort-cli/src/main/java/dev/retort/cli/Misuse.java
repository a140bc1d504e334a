package dev.retort.cli;

import dev.retort.error.NearMatches;
import java.util.List;
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

    static Misuse of(ParameterException failure) {
        CommandLine command = failure.getCommandLine();
        String help = "'" + command.getCommandSpec().qualifiedName(" ") + " --help' explains the options.";
        if (failure instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched, command, help);
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

    private static Misuse unmatched(UnmatchedArgumentException failure, CommandLine command, String help) {
        String argument = failure.getUnmatched().get(0);
        if (argument.startsWith("-")) {
            // What follows the equals sign may be a password.
            String option = argument.split("=", 2)[0];
            List<String> options = command.getCommandSpec().optionsMap().keySet().stream()
                    .filter(name -> name.startsWith("--"))
                    .sorted()
                    .toList();
            return new Misuse("There is no option '" + option + "'.", near(option, options) + help);
        }
        if (command.getParent() == null) {
            return new Misuse(
                    "There is no command '" + argument + "'.",
                    OtherTools.meant(argument)
                                    .map(meant -> "Here it is 'retort " + meant + "'. ")
                                    .orElseGet(() -> near(argument, Commands.names()))
                            + "'retort --help' lists the commands.");
        }
        return new Misuse("'" + argument + "' is one argument too many.", help);
    }

    private static String near(String typed, List<String> candidates) {
        return NearMatches.of(typed, candidates).stream()
                .findFirst()
                .map(found -> "Did you mean '" + found + "'? ")
                .orElse("");
    }
}
