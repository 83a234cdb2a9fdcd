package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.comity.assistance.ByLetter;
import org.comity.casework.PreparedActs;
import org.comity.evidence.CustodyEntry;
import org.comity.evidence.CustodyEntry.Event;
import org.comity.evidence.Evidence;
import org.comity.evidence.Item;
import org.comity.identity.Approvals;
import org.comity.identity.SoftPasskey;
import org.comity.proof.form.Digests;
import org.comity.proof.seal.Container;
import org.comity.vocabulary.Role;
import org.comity.vocabulary.RuleBroken;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Files of any size from a seat: added in parts, seen by their authority alone, named by its act, and taken over by the host. */
class FilesFromSeatTest extends PersonInASeat {

    /** Two chunks of the vault and a half. */
    private static final byte[] DISK = random(160_000);

    @Autowired
    private ByLetter letters;

    @Autowired
    private Evidence evidence;

    @Autowired
    private PreparedActs prepared;

    @Autowired
    private AddingAtSeats adding;

    private String thread = "";

    @BeforeEach
    void asked_from_abroad() throws Exception {
        passkey = new SoftPasskey();
        confirmed();
        thread = requests.find(letters.asked("XD-1")).orElseThrow().thread();
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(275).nextBytes(bytes);
        return bytes;
    }

    private String page() throws Exception {
        return seen("/seat/files?thread=" + thread).getContentAsString();
    }

    @Test
    void a_file_that_came_in_two_parts_is_handed_over_by_an_act_that_names_it() throws Exception {
        assertThat(seen("/seat/threads/" + thread).getContentAsString()).contains("/seat/files?thread=" + thread);
        assertThat(page()).contains("could read what is kept here", "Only your authority sees a file here");
        var form = "/seat/threads/" + thread + "/deliver";
        assertThat(seen(form).getContentAsString())
                .contains("/seat/files?thread=" + thread)
                .doesNotContain("Files to hand over");
        assertThat(said(delivery("none of ours")).getContentAsString()).contains("Choose at least one file.");

        var at = begun(thread, "disk 1.img", DISK.length);
        assertThat(brought(at, 0, Arrays.copyOf(DISK, 100_000))).isEqualTo("100000");
        assertThat(said(tus(head(at))).getHeader("Upload-Offset")).isEqualTo("100000");
        assertThat(brought(at, 100_000, Arrays.copyOfRange(DISK, 100_000, DISK.length)))
                .isEqualTo("160000");
        assertThat(said(sealing(at, "ab".repeat(32))).getStatus())
                .as("another hash than was read where it came from")
                .isEqualTo(409);
        int whole = Integer.parseInt(said(tus(head(at))).getHeader("Upload-Offset"));
        assertThat(whole).as("chunks of 65,536 bytes").isEqualTo(131_072);
        brought(at, whole, Arrays.copyOfRange(DISK, whole, DISK.length));
        var sealed = said(sealing(at, Digests.sha256(DISK)));
        assertThat(sealed.getStatus()).as(sealed.getContentAsString()).isEqualTo(200);
        var item = id(at);
        isOnlyTheSeats(item);

        assertThat(said(delivery("none").param("tick", "items")).getContentAsString())
                .as("all is ticked, and nothing typed is lost")
                .contains("value=\"" + item + "\" checked", "Court of Hesper");
        assertThat(said(delivery(item.toString()).param("untick", "items")).getContentAsString())
                .contains("value=\"" + item + "\"", "Court of Hesper")
                .doesNotContain("value=\"" + item + "\" checked");
        var preview = said(delivery(item.toString())).getRedirectedUrl();
        assertThat(preview).startsWith("/seat/acts/");
        assertThat(seen(preview).getContentAsString())
                .contains("disk 1.img", Digests.sha256(DISK).substring(0, 8), "160,000 bytes", "files.txt");
        byTwo(preview);

        var act = threads.act(act(preview)).orElseThrow();
        assertThat(act.effect()).isEqualTo("effective");
        var list = Container.read(threads.container(act.id()).orElseThrow()).attachment("files.txt");
        assertThat(new String(list.orElseThrow(), UTF_8))
                .contains(Digests.sha256(DISK) + "\t160000\t", "\tdisk 1.img\n");
        assertThat(verified(thread)).doesNotContain("FAILED");
        isTheHostsEvidence(item, act.id());
        assertThat(page()).doesNotContain("disk 1.img");
    }

    /** As the authority's profile asks; the second sees what the first would hand over. */
    private void byTwo(String preview) throws Exception {
        approved(preview);
        passkey = new SoftPasskey();
        confirmed();
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat/threads/" + thread);
    }

    private void isOnlyTheSeats(UUID item) throws Exception {
        assertThat(page()).contains("disk 1.img", "Waiting to be handed over");
        assertThat(seen("/seat/threads/" + thread + "/deliver").getContentAsString())
                .contains("Files to hand over", "disk 1.img", Digests.sha256(DISK));
        assertThat(code("custodian", "/evidence/" + item)).isEqualTo(404);
        assertThat(page("custodian", "/evidence", "en")).doesNotContain("disk 1.img");
        assertThat(page("custodian", "/evidence?request=" + reference(), "en")).doesNotContain("disk 1.img");
    }

    private String reference() {
        return threads.find(thread).orElseThrow().reference();
    }

    /** As if a node had delivered it: it is matched, and the answer is filled in. */
    private void isTheHostsEvidence(UUID item, String act) throws Exception {
        assertThat(page("custodian", "/evidence?request=" + reference(), "en")).contains("disk 1.img");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> evidence.item(item).orElseThrow().state() == Item.State.MATCHED);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(prepared.about(act))
                        .hasValueSatisfying(it -> assertThat(it.type()).isEqualTo("matched")));
        assertThat(evidence.custody(item))
                .filteredOn(it -> it.official() != null)
                .allSatisfy(it -> assertThat(it.official()).startsWith("XD-1/s-"))
                .extracting(CustodyEntry::what)
                .containsExactly(Event.ADDING_BEGUN, Event.SEALED, Event.HANDED_OVER);
    }

    @Test
    void what_the_host_itself_holds_is_not_shown_at_the_seat() throws Exception {
        var ours = letters.item(reference());

        assertThat(seen("/seat/threads/" + thread + "/deliver").getContentAsString())
                .doesNotContain("mailbox.mbox", ours.toString());
        assertThat(said(delivery(ours.toString())).getStatus()).isEqualTo(422);
    }

    @Test
    void a_form_without_script_brings_a_file_whole() throws Exception {
        var sent = said(post("/seat/files")
                .queryParam("thread", thread)
                .contentType("multipart/form-data; boundary=xx")
                .content(("--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"list.csv\"\r\n"
                                + "Content-Type: text/csv\r\n\r\na;b\r\n--xx--\r\n")
                        .getBytes(UTF_8)));

        assertThat(sent.getRedirectedUrl()).isEqualTo("/seat/files?thread=" + thread);
        assertThat(page())
                .contains("list.csv", Digests.sha256("a;b".getBytes(UTF_8)).substring(0, 8));
    }

    @Test
    void of_a_form_what_is_refused_is_said_at_the_file_and_the_rest_is_taken() throws Exception {
        var sent = said(post("/seat/files")
                .queryParam("thread", thread)
                .contentType("multipart/form-data; boundary=xx")
                .content((filed("..", "nobody") + filed("right.csv", "a;b") + "--xx--\r\n").getBytes(UTF_8)));

        assertThat(sent.getStatus()).isEqualTo(422);
        assertThat(sent.getContentAsString())
                .containsPattern("These files of your form were not taken:</b>\\s*<ul><li><b>[^/]*\\.\\.")
                .contains("right.csv", "Waiting to be handed over");
    }

    private static String filed(String name, String content) {
        return "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\n\r\n%s\r\n"
                .formatted(name, content);
    }

    @Test
    void a_part_that_ends_after_the_thread_was_closed_or_the_seat_ended_is_refused() throws Exception {
        var seat = giving.all().stream()
                .filter(it -> it.name().equals("Ana Lorn") && it.status() == SeatOfPerson.Status.CONFIRMED)
                .findFirst()
                .orElseThrow();
        var other = requests.find(letters.asked("XD-1")).orElseThrow().thread();
        var first = id(begun(thread, "disk 1.img", DISK.length));
        var second = id(begun(other, "disk 2.img", DISK.length));

        assertThatExceptionOfType(NoFilesNow.class)
                .isThrownBy(() -> adding.add(seat, thread, first, 0, meanwhile(this::closed)));
        assertThatExceptionOfType(NoFilesNow.class).isThrownBy(() -> adding.finish(seat, thread, first, null));
        assertThatExceptionOfType(NoFilesNow.class)
                .isThrownBy(() -> adding.take(seat, thread, "a.csv", "text/csv", false, 10, meanwhile(() -> {})));
        assertThatExceptionOfType(RuleBroken.class)
                .isThrownBy(() -> adding.add(seat, other, second, 0, meanwhile(this::end)))
                .satisfies(it -> assertThat(it.code()).isEqualTo("seat.unknown"));
    }

    /** The disk, and what happens while it comes. */
    private static InputStream meanwhile(Runnable what) {
        return new SequenceInputStream(new ByteArrayInputStream(DISK), new InputStream() {
            @Override
            public int read() {
                what.run();
                return -1;
            }
        });
    }

    @Test
    void a_dropped_file_is_not_handed_over_by_an_act_that_waits() throws Exception {
        var item = added(thread, "disk 1.img", DISK);
        var preview = said(delivery(item.toString())).getRedirectedUrl();

        var dropped = said(post("/seat/threads/" + thread + "/files/" + item + "/drop"));

        assertThat(dropped.getRedirectedUrl()).isEqualTo("/seat/files?thread=" + thread);
        assertThat(page()).doesNotContain("disk 1.img");
        var refused = approved(preview);
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("A file that this act names is no longer here");
        assertThat(threads.act(act(preview))).isEmpty();
    }

    @Test
    void a_thread_of_others_takes_no_file_and_another_thread_gives_none() throws Exception {
        var foreign = asked("XB-1");
        assertThat(said(beginning(foreign, "disk.img", 10)).getStatus()).isEqualTo(404);
        assertThat(seen("/seat/files?thread=" + foreign).getStatus()).isEqualTo(404);
        assertThat(seen("/seat/files/" + foreign).getStatus()).isEqualTo(404);

        var item = added(thread, "disk 1.img", DISK);
        var other = requests.find(letters.asked("XD-1")).orElseThrow().thread();
        for (var what : new MockHttpServletRequestBuilder[] {
            head("/seat/files/" + other + "/" + item), delete("/seat/files/" + other + "/" + item)
        }) {
            assertThat(said(tus(what)).getStatus()).isEqualTo(404);
        }
        assertThat(seen("/seat/files/" + other).getContentAsString()).doesNotContain(item.toString());

        var stranger = new SeatOfPerson(
                "ffffffffffff",
                "XE-1",
                "B. Other",
                "Clerk",
                "XE-1/s-9",
                java.time.Instant.EPOCH,
                null,
                null,
                false,
                false,
                null,
                null,
                null,
                null,
                true,
                true,
                null);
        assertThatExceptionOfType(RuleBroken.class)
                .as("a seat of another authority")
                .isThrownBy(() -> adding.mayAdd(stranger, thread))
                .satisfies(it -> assertThat(it.code()).isEqualTo("seat.unknown"));
    }

    @Test
    void what_is_closed_takes_no_more_and_says_so() throws Exception {
        var at = begun(thread, "disk 1.img", DISK.length);
        closed();

        var part = said(bringing(at, 0, DISK));
        assertThat(part.getStatus()).isEqualTo(410);
        assertThat(part.getContentAsString()).contains("No file can be added to this thread now");
        assertThat(said(beginning(thread, "more.img", 10)).getStatus()).isEqualTo(410);
        assertThat(page())
                .contains("No file can be added to this thread now", "disk 1.img", "Drop this file")
                .doesNotContain("data-uploads");
        said(post("/seat/threads/" + thread + "/files/" + id(at) + "/drop"));
        assertThat(page()).doesNotContain("disk 1.img");
    }

    private void closed() {
        var maren = official("maren");
        var body = Map.<String, Object>of("text", "It is settled.");
        var draft = drafts.start("assistance/1", "no-longer-required", Role.REQUESTING, "XD-1", thread, body, maren);
        var submitted = drafts.submit(draft.id(), draft.version(), maren);
        drafts.approve(submitted.id(), new Approvals.Proof.Practice(), null, official("okell"));
    }

    @Test
    void who_has_left_brings_nothing_more() throws Exception {
        var at = begun(thread, "disk 1.img", DISK.length);
        end();

        var part = said(bringing(at, 0, DISK));

        assertThat(part.getStatus()).isEqualTo(401);
        assertThat(seen("/seat/files?thread=" + thread).getRedirectedUrl()).isEqualTo("/seat/sign-in");
    }

    private MockHttpServletRequestBuilder delivery(String item) {
        return post("/seat/threads/" + thread + "/deliver")
                .param("items", item)
                .param("executedBy", "Court of Hesper")
                .param("record", "Copied.")
                .param("certificate", "none")
                .param("part", "whole");
    }
}
