package org.comity.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.comity.proof.form.CommandLine;
import org.comity.sealing.AgeStream;
import org.comity.sealing.KeyCeremony;
import org.comity.vocabulary.CommandFailure;
import org.comity.vocabulary.CutText;

/** {@code comity backup} and {@code comity restore}. */
public final class BackupCommand {

    private static final String HELP = """
            comity backup  --config node.yaml --to FILE [--recipient age1pq1…]…
            comity restore --from FILE --into FOLDER --recovery FOLDER|FILE
                           [--jdbc jdbc:postgresql://HOST/NAME --user NAME]
            The recovery folder is the one of the key ceremony; it holds the file age-identity.
            The password for --jdbc is read from COMITY_DATABASE_PASSWORD.
            """;

    private final PrintStream out;

    private BackupCommand(PrintStream out) {
        this.out = out;
    }

    /** @return the process's exit code */
    public static int backup(List<String> arguments, PrintStream out) {
        return new BackupCommand(out).run(arguments, Set.of("config", "to", "recipient"), BackupCommand::write);
    }

    public static int restore(List<String> arguments, PrintStream out) {
        return new BackupCommand(out)
                .run(arguments, Set.of("from", "into", "recovery", "jdbc", "user"), BackupCommand::read);
    }

    private interface Step {
        void run(BackupCommand command, CommandLine options) throws IOException, SQLException;
    }

    private int run(List<String> arguments, Set<String> known, Step step) {
        if (arguments.isEmpty()) {
            out.print(HELP);
            return 2;
        }
        try {
            step.run(this, CommandLine.read(arguments, 0, known, Set.of()));
            return 0;
        } catch (CommandLine.WrongUse e) {
            out.printf("Not done: %s.%n%s", e.getMessage(), HELP);
            return 2;
        } catch (SQLException e) {
            out.println("Not done: the database says: %s. Check it, or name another with --jdbc and --user."
                    .formatted(String.valueOf(e.getMessage()).replaceFirst("\\.$", "")));
        } catch (IOException | RuntimeException e) {
            out.println(CommandFailure.told(e));
        }
        return 1;
    }

    private void write(CommandLine options) throws IOException, SQLException {
        var node = ReadingConfiguration.read(Path.of(options.needed("config")));
        var to = Path.of(options.needed("to")).toAbsolutePath();
        if (Files.exists(to)) {
            throw new BackupNotDone(
                    "%s exists. A backup is never written over another; name a new file.".formatted(to));
        }
        var folder = to.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new BackupNotDone("There is no folder %s. Make it, or name another.".formatted(folder));
        }
        var recipients = recipients(options.all("recipient"), node);
        out.println("Backing up %s".formatted(node.node()));
        new WritingBackup(node, recipients, out, Clock.systemUTC()).to(to);
    }

    private static List<String> recipients(List<String> named, NodePaths node) {
        if (named.isEmpty()) {
            return List.of(KeyCeremony.recoveryRecipient(node.keys())
                    .orElseThrow(() -> new BackupNotDone(
                            "The key folder names no recovery recipient. Run comity keys recovery %s RECOVERY-FOLDER once, or name one with --recipient."
                                    .formatted(node.keys()))));
        }
        named.stream().filter(it -> !AgeStream.isRecipient(it)).findFirst().ifPresent(it -> {
            throw new BackupNotDone("%s… is no recipient of the form age1pq1…".formatted(CutText.to(it, 20)));
        });
        return named;
    }

    private void read(CommandLine options) throws IOException, SQLException {
        var from = Path.of(options.needed("from"));
        if (!Files.isReadable(from)) {
            throw new BackupNotDone("%s cannot be read. Check the path and its rights.".formatted(from));
        }
        var backup = new OpenedBackup(from, identity(Path.of(options.needed("recovery"))));
        var url = options.get("jdbc");
        new RestoringNode(
                        backup,
                        Path.of(options.needed("into")),
                        url,
                        options.get("user"),
                        System.getenv("COMITY_DATABASE_PASSWORD"),
                        out,
                        Clock.systemUTC())
                .restore();
    }

    private static String identity(Path recovery) throws IOException {
        var file = Files.isDirectory(recovery) ? recovery.resolve("age-identity") : recovery;
        try {
            return Files.readAllLines(file).stream()
                    .filter(it -> it.startsWith("AGE-SECRET-KEY-PQ-"))
                    .findFirst()
                    .orElseThrow(() -> new BackupNotDone("There is no recovery identity in %s.".formatted(file)));
        } catch (NoSuchFileException e) {
            throw new BackupNotDone("There is no recovery identity at %s.".formatted(file));
        }
    }
}
