package org.comity.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.directory.CeremonyKeys;
import org.comity.directory.DirectoryList;
import org.comity.directory.EntryRefused;
import org.comity.directory.Network;
import org.comity.directory.NetworkCommand;
import org.comity.directory.Operators;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where two of three operators sign: a list waits for the second of them, and the last one stays in force meanwhile. */
class CosigningTest {

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    @TempDir
    Path folder;

    private final List<DirectoryList.Signed> kept = new ArrayList<>();
    private byte @Nullable [] waiting;
    private Network root;
    private DirectoryList.Signed first;

    @BeforeEach
    void three() throws Exception {
        for (var each : List.of("s", "b", "c")) {
            run("key", "--home", at(each), "--recovery", at(each + "-r"));
        }
        root = Network.of("Three", keys("s").certificate("entry").getPublicKey(), false, NOON);
        Files.write(folder.resolve("s/root.json"), root.json());
        first = new DirectoryList(
                        root.id(), 1, DirectoryList.NOTHING_BEFORE, NOON, NOON.plus(Duration.ofDays(7)), List.of())
                .sign(keys("s").key("entry"));
        kept.add(first);
    }

    @Test
    void one_operator_alone_signs_by_itself_as_ever() {
        var signed = publishing(NOON.plus(Duration.ofDays(2))).publish();

        assertThat(signed.list().sequence()).isEqualTo(2);
        assertThat(signed.signedFor(root)).isTrue();
        assertThat(new String(signed.json())).doesNotContain("operators");
    }

    /** Every node refuses what was signed while the operator's clock was ahead, and would for as long as it was. */
    @Test
    void a_list_that_bears_a_time_to_come_is_signed_anew_once_the_clock_is_right() {
        var wrong = publishing(NOON.plus(Duration.ofDays(20))).publish();
        var right = NOON.plus(Duration.ofHours(1));
        assertThat(publishing(wrong.list().issued().minus(Duration.ofMinutes(5)))
                        .publish())
                .as("clocks differ")
                .isEqualTo(wrong);

        var signed = publishing(right).publish();

        assertThat(signed.list().sequence()).isEqualTo(wrong.list().sequence() + 1);
        assertThat(signed.list().previous()).isEqualTo(wrong.list().hash());
        assertThat(signed.list().issued()).isEqualTo(right);
        assertThat(publishing(right.plusSeconds(60)).publish()).isEqualTo(signed);
    }

    @Test
    void a_list_that_waits_and_bears_a_time_to_come_is_proposed_anew() {
        change();
        var ahead = publishing(NOON.plus(Duration.ofDays(20)));
        ahead.publish();
        var wrong = ahead.proposed().orElseThrow();
        var right = publishing(NOON.plus(Duration.ofHours(1)));

        right.publish();

        var waits = right.proposed().orElseThrow();
        assertThat(waits.list().issued()).isEqualTo(NOON.plus(Duration.ofHours(1)));
        assertThat(waits.list().previous()).isEqualTo(wrong.list().previous());
        right.publish();
        assertThat(right.proposed()).contains(waits);
    }

    @Test
    void a_list_waits_for_the_second_signature_and_is_in_force_with_it() {
        change();
        var publishing = publishing(NOON.plusSeconds(60));

        assertThat(publishing.publish()).as("the old one stays in force").isEqualTo(first);
        var waits = publishing.proposed().orElseThrow();
        assertThat(publishing.publish()).isEqualTo(first);
        assertThat(publishing.proposed()).as("asked again, the same one waits").contains(waits);
        var hash = waits.list().hash();
        refused("foreign-signature", () -> publishing.cosign(hash, by(waits, "s-stranger")));
        refused("other-list", () -> publishing.cosign("0".repeat(64), by(waits, "b")));
        assertThat(publishing.cosign(hash, by(waits, "s")).signatures())
                .as("ours, once more")
                .hasSize(1);
        assertThat(kept).hasSize(1);

        var signed = publishing.cosign(hash, by(waits, "b"));

        assertThat(signed.signedFor(root)).isTrue();
        assertThat(kept).hasSize(2).last().isEqualTo(signed);
        assertThat(publishing.proposed()).isEmpty();
        assertThat(publishing.publish()).isEqualTo(signed);
        refused("other-list", () -> publishing.cosign(hash, by(waits, "c")));
    }

    /** Two operators in two time zones: what one of them signed is not asked again because a program was started anew. */
    @Test
    void what_waits_waits_on_after_a_restart_with_the_signatures_that_it_has() {
        change(pub("b"), pub("c"));
        var before = publishing(NOON.plusSeconds(60));
        before.publish();
        var waits = before.proposed().orElseThrow();
        var hash = waits.list().hash();
        before.cosign(hash, by(waits, "b"));

        var after = publishing(NOON.plusSeconds(120));
        assertThat(after.publish()).isEqualTo(first);
        assertThat(after.proposed().orElseThrow().signatures()).hasSize(1);
        assertThat(after.cosign(hash, by(waits, "c")).signedFor(root)).isTrue();
        assertThat(after.proposed()).isEmpty();
    }

    @Test
    void whoever_collates_without_being_one_of_them_signs_nothing() {
        change(pub("b"), pub("c"));
        var publishing = publishing(NOON.plusSeconds(60));
        publishing.publish();

        assertThat(publishing.proposed().orElseThrow().signatures()).isEmpty();
    }

    /** A folder that was put back without it: every node would refuse what is signed without the change. */
    @Test
    void a_list_that_forgets_a_change_is_not_made() throws Exception {
        change();
        var publishing = publishing(NOON.plusSeconds(60));
        publishing.publish();
        var waits = publishing.proposed().orElseThrow();
        publishing.cosign(waits.list().hash(), by(waits, "b"));
        Files.delete(folder.resolve("s/operators/1.json"));

        var restored = publishing(NOON.plus(Duration.ofDays(2)));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(restored::publish)
                .withMessageContaining("put back");
        assertThat(kept).hasSize(2);
    }

    private void change() {
        change("own", pub("b"), pub("c"));
    }

    private void change(String... operators) {
        run(
                "change",
                "--home",
                at("s"),
                "--threshold",
                "2",
                "--to",
                at("x.json"),
                "--operators",
                String.join(",", operators));
        run("take", "--home", at("s"), "--change", at("x.json"));
    }

    private Operators.Signature by(DirectoryList.Signed waits, String who) {
        if (who.equals("s-stranger")) {
            run("key", "--home", at(who), "--recovery", at(who + "-r"));
        }
        return waits.list()
                .sign(keys(who).certificate("entry").getPublicKey(), keys(who).key("entry"));
    }

    private static void refused(String reason, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatExceptionOfType(EntryRefused.class)
                .isThrownBy(what)
                .satisfies(it -> assertThat(it.reason()).isEqualTo(reason));
    }

    private PublishingLists publishing(Instant now) {
        var submissions = mock(Submissions.class);
        when(submissions.admitted()).thenReturn(List.of());
        var lists = mock(PublishedLists.class);
        when(lists.newest()).thenAnswer(_ -> Optional.of(kept.getLast()));
        doAnswer(it -> kept.add(it.getArgument(0))).when(lists).keep(any());
        when(lists.waiting()).thenAnswer(_ -> Optional.ofNullable(waiting).map(DirectoryList.Signed::read));
        doAnswer(it -> waiting = it.<DirectoryList.Signed>getArgument(0).json())
                .when(lists)
                .await(any());
        doAnswer(_ -> waiting = null).when(lists).nothingWaits();
        var settings = new OperatorSettings(
                folder.resolve("s"),
                false,
                Map.<String, String>of(),
                Map.<String, URI>of(),
                Duration.ofDays(1),
                1,
                1,
                1,
                1,
                true);
        return new PublishingLists(
                submissions,
                lists,
                new Cosigning(settings, lists),
                settings,
                new TransactionTemplate(mock(PlatformTransactionManager.class)),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private CeremonyKeys keys(String who) {
        return new CeremonyKeys(folder.resolve(who).resolve("keys"));
    }

    private String pub(String who) {
        return at(who + "/operator.pub");
    }

    private String at(String file) {
        return folder.resolve(file).toString();
    }

    private static void run(String... words) {
        var said = new ByteArrayOutputStream();
        assertThat(NetworkCommand.run(words, new PrintStream(said)))
                .as(said.toString())
                .isZero();
    }
}
