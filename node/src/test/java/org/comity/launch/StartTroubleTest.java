package org.comity.launch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.validation.Validation;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.comity.proof.form.CommandLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.validation.ValidationBindHandler;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.validation.beanvalidation.SpringValidatorAdapter;

/** A port in use, a full disk, a missing tool: one clear sentence each. */
class StartTroubleTest {

    private static final Path LAUNCHER = Path.of("../comity").toAbsolutePath().normalize();

    @TempDir
    Path folder;

    @Test
    void an_option_without_its_value_is_named() {
        assertThatThrownBy(() -> new Demo(List.of("--port")))
                .isInstanceOf(CommandLine.WrongUse.class)
                .hasMessageContaining("--port needs a value");
    }

    @Test
    void the_practice_network_names_the_port_that_is_in_use_before_it_makes_anything() throws IOException {
        try (var taken = new ServerSocket(0)) {
            int port = taken.getLocalPort() - 1;

            assertThatThrownBy(() -> new Demo(List.of(
                                    "--home", folder.resolve("demo").toString(), "--port", Integer.toString(port)))
                            .run())
                    .isInstanceOf(CommandStopped.class)
                    .hasMessageContaining("in use")
                    .hasMessageContaining("--port");
            assertThat(folder.resolve("demo")).isDirectoryNotContaining(it -> !it.endsWith(DemoFolder.LOCK));
        }
    }

    @Test
    void a_node_names_what_it_cannot_have() {
        assertThat(StartTrouble.of(new IllegalStateException(new PortInUseException(8440))))
                .isInstanceOf(CommandStopped.class)
                .hasMessageContaining("Port 8440 is in use");
        assertThat(StartTrouble.of(new IllegalStateException(
                        "The AS4 port 9440 cannot be opened",
                        new IllegalStateException(new java.net.BindException("in use")))))
                .isInstanceOf(CommandStopped.class)
                .hasMessageContaining("Port 9440 is in use");
        assertThat(StartTrouble.of(new UncheckedIOException(new IOException("write failed: No space left on device"))))
                .isInstanceOf(CommandStopped.class)
                .hasMessageContaining("disk is full");
        assertThat(StartTrouble.of(new IllegalStateException("a bean", new IOException("nobody can't reach /root/x"))))
                .isInstanceOf(CommandStopped.class)
                .hasMessage("It cannot start: nobody can't reach /root/x. The log says more.");
    }

    @Test
    void a_value_of_the_wrong_form_is_told_with_its_key() {
        assertThat(stopped("node.sign.token", "5 minuts"))
                .startsWith("It cannot start: node.sign.token: ")
                .contains("5 minuts");
        assertThat(stopped("node.sign.first-tries", "many")).startsWith("It cannot start: node.sign.first-tries: ");
        assertThat(stopped("node.sign.steps[0].after", "soon"))
                .startsWith("It cannot start: node.sign.steps[0].after: ");
        assertThat(stopped("node.sign.first-tries", "0"))
                .isEqualTo(
                        "It cannot start: node.sign.first-tries must be greater than or equal to 1. The log says more.");
        assertThat(stopped("node.sign.first-tries", "7"))
                .as("what names its key already")
                .isEqualTo("It cannot start: node.sign.first-tries is never seven. The log says more.");
    }

    /** As Spring binds at a start, and wraps what went wrong. */
    private static String stopped(String key, String value) {
        try (var validation = Validation.buildDefaultValidatorFactory()) {
            var validating = new ValidationBindHandler(new SpringValidatorAdapter(validation.getValidator()));
            var binder = new Binder(new MapConfigurationPropertySource(Map.of(key, value)));
            var thrown = catchThrowableOfType(
                    BindException.class, () -> binder.bind("node.sign", Bindable.of(Sign.class), validating));
            return StartTrouble.of(new IllegalStateException("a bean", thrown)).getMessage();
        }
    }

    record Sign(
            @DefaultValue("5m") Duration token,
            @DefaultValue("1") @Min(1) int firstTries,
            @DefaultValue List<Step> steps) {

        Sign {
            if (firstTries == 7) {
                throw new IllegalArgumentException("node.sign.first-tries is never seven");
            }
        }

        record Step(Duration after) {}
    }

    @Test
    void a_folder_below_one_that_is_closed_to_others_is_closed() throws IOException {
        var inside = Files.createDirectories(folder.resolve("home/comity"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        assertThat(DemoHome.closed(inside.resolve(".comity/demo"))).isFalse();

        Files.setPosixFilePermissions(inside.getParent(), PosixFilePermissions.fromString("rwx------"));
        assertThat(DemoHome.closed(inside.resolve(".comity/demo"))).isTrue();
    }

    @Test
    void the_launcher_says_how_much_room_is_missing() throws Exception {
        tool("df", "echo 'Filesystem 1024-blocks Used Available Capacity Mounted'\necho '/dev/x 9 9 3072 99% /'");
        tool("mvn", "exit 0");

        assertThat(launched("test"))
                .isEqualTo("1 comity: only 3 MB free on this disk; 2500 MB are needed. Free some and run again");
    }

    @Test
    void the_launcher_names_the_tool_that_is_missing() throws Exception {
        assertThat(launched("test"))
                .isEqualTo("1 comity: needs maven; install them with your system's package manager and run again");
    }

    @Test
    void the_launcher_refuses_what_it_does_not_know_and_helps() throws Exception {
        assertThat(launched("dance"))
                .startsWith("2 comity: no such command: dance")
                .contains("./comity demo", "./comity backup");
    }

    private void tool(String name, String script) throws IOException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        Files.writeString(tools.resolve(name), "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(tools.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Only the tools that every system has, and those of the test. */
    private String launched(String command) throws IOException, InterruptedException {
        var tools = Files.createDirectories(folder.resolve("tools"));
        for (var name : List.of("sh", "dirname", "sed", "awk", "df", "cat", "id", "find", "uname")) {
            for (var bin : List.of("/usr/bin", "/bin")) {
                if (Files.exists(Path.of(bin, name)) && !Files.exists(tools.resolve(name))) {
                    Files.createSymbolicLink(tools.resolve(name), Path.of(bin, name));
                }
            }
        }
        var builder = new ProcessBuilder("/bin/sh", LAUNCHER.toString(), command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of(
                        "PATH",
                        tools.toString(),
                        "HOME",
                        folder.toString(),
                        "JAVA_HOME",
                        System.getProperty("java.home")));
        var process = builder.start();
        var said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).strip();
        process.waitFor(1, TimeUnit.MINUTES);
        return process.exitValue() + " " + said;
    }
}
