package org.comity.launch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.comity.backup.BackupCommand;
import org.comity.capacity.matching.MatchCommand;
import org.comity.convention.document.LawCommand;
import org.comity.database.HomeFolderLock;
import org.comity.database.StartingPostgresEarly;
import org.comity.directory.NetworkCommand;
import org.comity.directory.OnboardingCommand;
import org.comity.evidence.EvidenceCommand;
import org.comity.operator.OperatorApplication;
import org.comity.proof.form.CommandLine;
import org.comity.proof.form.MachineLanguage;
import org.comity.sealing.CompareCommand;
import org.comity.sealing.KeysCommand;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.SpringProperties;
import org.springframework.core.io.FileSystemResource;

/** Chooses what the first argument names. */
public final class Commands {

    private static final Set<String> STARTS_A_NODE = Set.of("node", "train");

    private Commands() {}

    public static void run(Class<?> node, String[] arguments) {
        MachineLanguage.ignore();
        var rest = arguments.length == 0
                ? List.<String>of()
                : Arrays.asList(arguments).subList(1, arguments.length);
        var command = arguments.length == 0 ? "" : arguments[0];
        if (!STARTS_A_NODE.contains(command)) {
            new CipherPreloading().await();
        }
        try {
            switch (command) {
                case "node" -> start(config -> application(node, config), rest);
                case "operator" -> operator(rest);
                case "demo" -> new Demo(rest).run();
                case "prepare" -> new SpringApplication(node).run("--node.as4.port=0");
                case "unsign" -> UnsigningJars.in(Path.of(rest.getFirst()));
                case "train" -> TrainingRun.run(node, Path.of(rest.getFirst()));
                case "onboard", "ceremony" ->
                    System.exit(OnboardingCommand.run(rest.toArray(String[]::new), System.out));
                case "network" -> System.exit(NetworkCommand.run(rest.toArray(String[]::new), System.out));
                case "backup" -> quietly(() -> BackupCommand.backup(rest, System.out));
                case "restore" -> quietly(() -> BackupCommand.restore(rest, System.out));
                case "evidence" -> System.exit(EvidenceCommand.run(rest, System.out));
                case "law" -> System.exit(LawCommand.run(rest, System.out));
                case "keys" -> System.exit(KeysCommand.run(rest, System.out));
                case "match" -> System.exit(MatchCommand.run(rest, System.out));
                case "compare" -> System.exit(CompareCommand.run(rest, System.out));
                default -> throw new CommandStopped("There is no such command. Run ./comity for help.");
            }
        } catch (IOException disk) {
            throw new UncheckedIOException(disk);
        } catch (CommandLine.WrongUse wrong) {
            System.err.println("comity: %s. Run ./comity for help.".formatted(wrong.getMessage()));
            System.exit(2);
        } catch (CommandStopped stop) {
            System.err.println("comity: " + stop.getMessage());
            System.exit(2);
        }
    }

    /** The person at the terminal reads what the command says, not what libraries log. */
    private static void quietly(IntSupplier command) {
        LoggingSystem.get(Commands.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.ERROR);
        System.exit(command.getAsInt());
    }

    private static void operator(List<String> arguments) {
        start(OperatorApplication::run, arguments);
    }

    private static void start(Function<Path, ConfigurableApplicationContext> application, List<String> arguments) {
        var options = CommandLine.read(arguments, 0, Set.of("config", "parent"), Set.of());
        var config = StandingFolder.file(options.needed("config"));
        if (!Files.isReadable(config)) {
            throw new CommandStopped(
                    "The configuration %s cannot be read. Check the path and its rights.".formatted(config));
        }
        ConfigurableApplicationContext context;
        try {
            UnknownSettings.refuse(config);
            context = application.apply(config);
        } catch (CommandStopped stop) {
            throw stop;
        } catch (RuntimeException thrown) {
            throw StartTrouble.of(thrown);
        }
        if (options.has("parent")) {
            endWith(Long.parseLong(options.needed("parent")), context);
        }
    }

    static ConfigurableApplicationContext application(Class<?> application, Path config) {
        if (carriesSecretariat(config)) {
            // What the build prepared is a node without the Secretariat's rooms.
            SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
        }
        var ahead = new CipherPreloading();
        var start = new SpringApplication(application);
        start.addListeners(new HomeFolderLock(), new StartingPostgresEarly());
        start.addInitializers(context -> ahead.await());
        return start.run("--spring.config.additional-location=file:" + config, "--node.config=" + config);
    }

    /** Does the file switch the Secretariat's rooms on? Asked before the start, which cannot change its mind. */
    static boolean carriesSecretariat(Path config) {
        try {
            return new YamlPropertySourceLoader()
                    .load("node", new FileSystemResource(config)).stream()
                            .map(it -> it.getProperty("node.secretariat.enabled"))
                            .anyMatch(it -> String.valueOf(it).equals("true"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A practice node ends with the demo that started it, however that ended. */
    private static void endWith(long parent, ConfigurableApplicationContext context) {
        ProcessHandle.of(parent)
                .ifPresentOrElse(
                        handle -> handle.onExit().thenRun(() -> System.exit(SpringApplication.exit(context))),
                        () -> System.exit(SpringApplication.exit(context)));
    }
}
