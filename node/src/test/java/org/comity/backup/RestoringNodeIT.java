package org.comity.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.comity.TemporaryFolders;
import org.comity.casework.Drafts;
import org.comity.directory.PracticeNetwork;
import org.comity.exchange.ComparisonsDue;
import org.comity.exchange.Exchange;
import org.comity.ledger.LogTree;
import org.comity.procedure.Draft;
import org.comity.thread.Threads;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.context.ConfigurableApplicationContext;

/** XB is backed up while it runs, goes on, is lost with all its files, and comes back from the backup. */
@EnabledIfSystemProperty(named = "comity.full", matches = "true")
class RestoringNodeIT {

    private AuthoringNode a;
    private ConfigurableApplicationContext b;
    private Path home;

    @AfterEach
    void stop() throws Exception {
        if (b != null) {
            b.close();
        }
        if (a != null) {
            a.close();
        }
    }

    @Test
    void what_came_after_the_backup_comes_back_from_the_counterpart() throws Exception {
        home = TemporaryFolders.folder("restore");
        var network = PracticeNetwork.lay(home, 2, 18800);
        var configA = network.nodes().getFirst().config();
        var configB = network.nodes().getLast().config();
        a = new AuthoringNode(configA, home.resolve("xa.log"));
        b = AuthoringNode.start(configB);

        var before = a.ask("request");
        var ours = AuthoringNode.request(b, "XB-1", "XA-1", null).act();
        awaitRegistered(before);
        awaitRegistered(ours);
        var held = AuthoringNode.request(b, "XB-1", "XA-1", Instant.now().plus(Duration.ofDays(1)));
        var answer = heldAnswer(before);
        assertThat(run(
                        "backup",
                        "--config",
                        configB.toString(),
                        "--to",
                        home.resolve("xb.age").toString()))
                .contains("Written");

        drafts().recall(held.id(), "the wrong one", AuthoringNode.officer("XB-1"));
        drafts().recall(answer.id(), "the wrong one", AuthoringNode.officer("XB-1"));
        var acknowledged = acknowledge(before);
        var after = a.ask("request");
        var oursAfter = AuthoringNode.request(b, "XB-1", "XA-1", null).act();
        awaitRegistered(acknowledged);
        awaitRegistered(after);
        awaitRegistered(oursAfter);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(a.ask("registers")).isEqualTo(withoutHeld(AuthoringNode.registers(b), held.act())));
        b.close();
        delete(configB.getParent());
        var whileDown = a.ask("request");
        a.close();

        var folder = home.resolve("xb-again");
        assertThat(run(
                        "restore",
                        "--from",
                        home.resolve("xb.age").toString(),
                        "--into",
                        folder.toString(),
                        "--recovery",
                        home.resolve("recovery/XB-1").toString()))
                .contains("Restored into");
        b = AuthoringNode.start(folder.resolve("node.yaml"));

        assertThat(b.getBean(Threads.class).act(after)).isEmpty();
        assertThat(closed()).hasSize(1);
        assertThat(b.getBean(LogTree.class).standing().closed()).isTrue();
        assertThatThrownBy(() -> acknowledge(before))
                .isInstanceOfSatisfying(
                        RuleBroken.class, it -> assertThat(it.code()).isEqualTo("exchange.closed-after-restore"));
        assertThat(b.getBean(Threads.class).act(before).orElseThrow().n()).isEqualTo(1);

        a = new AuthoringNode(configA, home.resolve("xa.log"));
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(closed()).isEmpty());
        awaitRegistered(acknowledged);
        awaitRegistered(after);
        awaitRegistered(oursAfter);
        awaitRegistered(whileDown);
        assertThat(b.getBean(Exchange.class)
                        .sending(java.util.Objects.requireNonNull(held.act()))
                        .status())
                .isEqualTo(Exchange.Status.RECALLED);
        for (var each : List.of(held, answer)) {
            assertThat(drafts().get(each.id()).status()).isEqualTo(Draft.Status.RECALLED);
        }
        assertThat(b.getBean(Threads.class).act(answer.act()).orElseThrow().recalled())
                .isNotNull();

        var next = acknowledge(after);
        awaitRegistered(next);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(a.ask("registers"))
                        .isEqualTo(withoutHeld(AuthoringNode.registers(b), held.act()))
                        .doesNotContain("false"));
    }

    private List<ComparisonsDue.Closed> closed() {
        return b.getBean(ComparisonsDue.class).closed();
    }

    private String acknowledge(String request) {
        var thread = b.getBean(Threads.class).act(request).orElseThrow().thread();
        return AuthoringNode.send(b, "XB-1", "XA-1", thread, "acknowledge", Role.REQUESTED, Map.of(), null)
                .act();
    }

    /** In a thread whose register XB keeps. */
    private Draft heldAnswer(String request) {
        var thread = b.getBean(Threads.class).act(request).orElseThrow().thread();
        var tomorrow = Instant.now().plus(Duration.ofDays(1));
        return AuthoringNode.send(b, "XB-1", "XA-1", thread, "acknowledge", Role.REQUESTED, Map.of(), tomorrow);
    }

    private Drafts drafts() {
        return b.getBean(Drafts.class);
    }

    private void awaitRegistered(String act) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(b.getBean(Threads.class).act(act))
                        .hasValueSatisfying(it -> assertThat(it.n()).isNotNull()));
    }

    /** The act that was held and taken back is known here only. */
    private String withoutHeld(String registers, String act) {
        var thread = b.getBean(Threads.class).act(act).orElseThrow().thread();
        return registers.replaceAll("(, )?" + thread + "=[^,}]*", "").replace("{, ", "{");
    }

    static String run(String command, String... options) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out);
        int code = command.equals("backup")
                ? BackupCommand.backup(List.of(options), print)
                : BackupCommand.restore(List.of(options), print);
        System.out.println(out);
        return code + " " + out;
    }

    private static void delete(Path folder) throws Exception {
        try (var files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(it -> it.toFile().delete());
        }
    }
}
