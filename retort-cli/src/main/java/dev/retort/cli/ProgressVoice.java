package dev.retort.cli;

import dev.retort.frontend.text.ProgressListener;

/** Says on standard error what a run does, unless nobody wants to hear of it; warnings always. */
record ProgressVoice(Terminal terminal, GlobalOptions options) implements ProgressListener.Voice {

    @Override
    public void say(String text) {
        if (!options.quiet()) {
            terminal.say(text);
        }
    }

    @Override
    public void warn(String text) {
        terminal.say(terminal.yellow("warning:") + " " + text);
    }
}
