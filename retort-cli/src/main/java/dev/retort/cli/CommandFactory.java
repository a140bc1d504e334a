package dev.retort.cli;

import picocli.CommandLine.IFactory;

/** Makes commands, each with the root that it takes its options and output from. */
final class CommandFactory implements IFactory {

    private final RootCommand root;

    CommandFactory(RootCommand root) {
        this.root = root;
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        if (ProjectCommand.class.isAssignableFrom(type)) {
            return type.getDeclaredConstructor(RootCommand.class).newInstance(root);
        }
        return picocli.CommandLine.defaultFactory().create(type);
    }
}
