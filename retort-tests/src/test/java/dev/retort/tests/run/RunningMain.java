package dev.retort.tests.run;

import dev.retort.error.HalfDoneStepException;
import dev.retort.error.RetortException;
import dev.retort.spi.MigrationListener;
import dev.retort.spi.MigrationStep;
import java.io.IOException;

/** The process that tests kill: runs one command and says on standard output, line by line, what it does. */
final class RunningMain {

    static final int FAILED = 1;
    static final int HALF_DONE = 3;

    private RunningMain() {}

    /** Takes the folder of the revisions, the lock timeout, the direction and the target, then url, user and password. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("ready");
        if (System.in.read() >= 0) {
            throw new IllegalArgumentException("The end of standard input is the sign to begin.");
        }
        System.exit(run(arguments));
    }

    private static int run(String[] arguments) {
        RunSetup setup = RunSetup.fromArguments(arguments);
        try {
            setup.run(new MigrationListener() {
                @Override
                public void waitingForLock(String database, String holder) {
                    System.out.println("waiting");
                }

                @Override
                public void statementStarted(MigrationStep step, String sql) {
                    System.out.println("statement " + step.revision().id());
                }

                @Override
                public void stepApplied(MigrationStep step) {
                    System.out.println("applied " + step.revision().id());
                }
            });
            return 0;
        } catch (HalfDoneStepException halfDone) {
            System.out.println(halfDone.describe());
            return HALF_DONE;
        } catch (RetortException failure) {
            failure.printStackTrace(System.out);
            System.out.println(failure.describe());
            return FAILED;
        }
    }
}
