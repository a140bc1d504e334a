package dev.retort.cli;

import dev.retort.error.NearMatches;
import java.util.List;
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
            String option = option(argument);
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
