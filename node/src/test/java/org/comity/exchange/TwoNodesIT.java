package org.comity.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.NodeApplication;
import org.comity.NodeProcess;
import org.comity.cooperation.Drafts;
import org.comity.directory.PracticeNetwork;
import org.comity.identity.Approvals;
import org.comity.thread.Threads;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** XA here, XB in a process of its own: a request goes there, its entry comes back, also over a power cut of XB. */
class TwoNodesIT {

    private static final Official OFFICER =
            new Official("maren", "I. Maren", "XA-1/o-7f3a", Set.of(Duty.DUTY_OFFICER));
    private static final Official SECOND =
            new Official("tolva", "R. Tolva", "XA-1/o-11b2", Set.of(Duty.SECOND_OFFICER));

    private static ConfigurableApplicationContext a;
    private static NodeProcess b;
    private static PracticeNetwork.Laid network;

    @BeforeAll
    static void start() throws Exception {
        Path home = Files.createTempDirectory("comity-two-nodes");
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        network = PracticeNetwork.lay(home, 2, 18640);
        b = new NodeProcess(network.nodes().getLast().config());
        var config = network.nodes().getFirst().config();
        a = SpringApplication.run(
                NodeApplication.class,
                "--spring.config.additional-location=file:" + config,
                "--node.keys=" + config.resolveSibling("keys"),
                "--node.database.durable=false");
        await().atMost(Duration.ofMinutes(3)).until(() -> !b.alive() || b.log().contains("exchange warm"));
        assertThat(b.alive()).as(b.log()).isTrue();
    }

    @AfterAll
    static void stop() throws Exception {
        if (b != null) {
            b.close();
        }
        if (a != null) {
            a.close();
        }
    }

    @Test
    void a_request_is_registered_over_there() {
        var act = request();

        awaitRegistered(act);
    }

    @Test
    void a_request_sent_while_the_other_node_is_down_is_registered_when_it_is_back() throws Exception {
        b.kill();
        var act = request();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> a.getBean(Exchange.class).sending(act).lastError() != null);

        b = new NodeProcess(network.nodes().getLast().config());

        awaitRegistered(act);
    }

    private static void awaitRegistered(String act) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(a.getBean(Threads.class).act(act))
                        .hasValueSatisfying(it -> assertThat(it.effect()).isEqualTo("effective")));
    }

    private static String request() {
        var drafts = a.getBean(Drafts.class);
        var draft = drafts.start("preservation/1", "request", Role.REQUESTING, "XB-1", null, body(), OFFICER);
        var submitted = drafts.submit(draft.id(), draft.version(), OFFICER);
        var sent = drafts.approve(submitted.id(), new Approvals.Proof.Practice(), null, SECOND);
        return java.util.Objects.requireNonNull(sent.act());
    }

    private static Map<String, Object> body() {
        return Map.ofEntries(
                Map.entry("instrument", "uncc"),
                Map.entry("authority", "XA-1"),
                Map.entry("ourCase", "C-1"),
                Map.entry("offences", List.of("7")),
                Map.entry("offence", "Illegal access, s. 12 Penal Code"),
                Map.entry("facts", "An account was entered without right."),
                Map.entry("stage", "investigation"),
                Map.entry("dataClasses", List.of("traffic")),
                Map.entry("identifiers", List.of(Map.of("kind", "mail", "value", "x@example.net"))),
                Map.entry("link", "The account was used."),
                Map.entry("custodian", "Example mail"),
                Map.entry("necessity", "Logs are kept for a week."),
                Map.entry("intent", true),
                Map.entry("daysAsked", 60));
    }
}
