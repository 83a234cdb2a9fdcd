package org.comity.seat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import jakarta.servlet.http.Cookie;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.comity.casework.Officers;
import org.comity.directory.Directory;
import org.comity.identity.Approvals;
import org.comity.identity.SoftPasskey;
import org.comity.proof.act.Approval;
import org.comity.proof.form.Digests;
import org.comity.proof.form.SpokenFingerprint;
import org.comity.proof.seal.Anchor;
import org.comity.proof.seat.SeatProof;
import org.comity.proof.verify.Verify;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A person of a State without a node before the pages of seats of another, with a passkey made by software. */
abstract class PersonInASeat extends Officers {

    private static final Pattern FOLLOWING = Pattern.compile("href=\"(/seat\\?[^\"]*)\" rel=\"next\"");

    private static final int ALONE = 6;
    static final byte[] LETTER = "%PDF-1.7 we name the person".getBytes(UTF_8);

    @Autowired
    Directory directory;

    @TempDir
    Path folder;

    byte[] letter = LETTER;

    SoftPasskey passkey = new SoftPasskey();
    Cookie cookie = new Cookie("none", "none");
    private Cookie maker = cookie;

    @Autowired
    GivingSeats giving;

    @Autowired
    ReopeningSeats reopening;

    String fingerprint = "";

    /** An authority has so many seats at once, in our rows and in its register, and all these tests give them to one. */
    @AfterEach
    void end() {
        opensAnew();
        giving.all().stream()
                .filter(it -> it.name().equals("Ana Lorn") && it.status() != SeatOfPerson.Status.ENDED)
                .forEach(it -> giving.end(it.id(), Instant.now().truncatedTo(ChronoUnit.MILLIS), official("maren")));
    }

    /** Who adopted here is recorded for and invited again, by all tests on this node. */
    void opensAnew() {
        for (var each : reopening.adopted()) {
            if (reopening.waiting(each).isEmpty()) reopening.ask(each, "The test is over.", official("maren"));
            reopening.approve(each, new Approvals.Proof.Practice(), official("tolva"));
        }
    }

    /** A moment since when a key may be lost that is made today. */
    static String today() {
        return LocalDate.now(ZoneOffset.UTC) + "T00:00";
    }

    String invited() throws Exception {
        return found("/seat/invitation/([0-9a-f]{48})", answered(200, "duty-officer", invitation()));
    }

    static MockHttpServletRequestBuilder invitation() {
        return post("/seats")
                .param("authority", "XD-1")
                .param("name", "Ana Lorn")
                .param("function", "Head of unit");
    }

    /** By two officers of the authority; the first sits there. */
    void adopt() throws Exception {
        var preview = said(post("/seat/records").param("say", "adopt")).getRedirectedUrl();
        approved(preview);
        passkey = new SoftPasskey();
        confirmed();
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat");
    }

    void made(String token) throws Exception {
        var asked =
                keep(web.perform(get("/seat/invitation/" + token)).andReturn().getResponse());
        var made = said(post("/seat/invitation/" + token)
                .param("assertion", passkey.created(challenge(asked.getContentAsString()))));
        maker = made.getCookie("comity-seat-XA-1-made");
        assertThat(maker.getAttribute("SameSite"))
                .as("goes along when the link in a web mail is followed again")
                .isEqualTo("Lax");
        assertThat(made.getRedirectedUrl()).isEqualTo("/seat/invitation/" + token);
        var done = digits(token);
        fingerprint = found("([0-9]{4}(?: [0-9]{4}){5})", done.getContentAsString());
    }

    /** What the page of an invitation says in the browser in which the last key was made. */
    MockHttpServletResponse digits(String token) throws Exception {
        return web.perform(get("/seat/invitation/" + token).cookie(maker, new Cookie("lang", "en")))
                .andReturn()
                .getResponse();
    }

    /** @return the seat's id */
    String keyMade() throws Exception {
        made(invited());
        return seatOfKey();
    }

    /** @return the id of the seat whose key has the fingerprint that was read last */
    String seatOfKey() {
        return giving.all().stream()
                .filter(it ->
                        it.key() != null && SpokenFingerprint.of(it.keyHash()).equals(fingerprint))
                .findFirst()
                .orElseThrow()
                .id();
    }

    String called(String id, String digits) throws Exception {
        return web.perform(multipart("/seats/" + id + "/call")
                        .file(new MockMultipartFile("letter", "letter.pdf", "application/pdf", letter))
                        .param("called", "+999 1 222")
                        .param("numberFrom", "embassy")
                        .param("answeredBy", "Duty room")
                        .param("calledAt", "2026-01-02T10:00")
                        .param("fingerprint", digits)
                        .cookie(seat("duty-officer"))
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    void given(String id) throws Exception {
        called(id, fingerprint);
        assertThat(page("second-officer", "/seats/" + id, "en")).contains("Approve and give");
        redirected(
                "second-officer",
                post("/seats/" + id + "/approve").param("once", token()).param("method", "practice"));
    }

    MockHttpServletResponse signIn() throws Exception {
        var page = keep(web.perform(get("/seat/sign-in")).andReturn().getResponse());
        return keep(
                said(post("/seat/sign-in").param("assertion", passkey.asserted(challenge(page.getContentAsString())))));
    }

    void confirm() throws Exception {
        var preview = said(post("/seat/confirm")).getRedirectedUrl();
        assertThat(seen(preview).getContentAsString()).contains("Confirms the key");
        assertThat(approved(preview).getRedirectedUrl()).isEqualTo("/seat");
    }

    /** @return the id of a seat whose person holds a given key and has confirmed it */
    String confirmed() throws Exception {
        var id = keyMade();
        given(id);
        signIn();
        confirm();
        return id;
    }

    /** @return the thread of a request to it */
    String asked(String authority) {
        return Objects.requireNonNull(sent(authority, ordinary(), "tolva").thread());
    }

    static List<Approval> approvedBy(SeatOfPerson seat) {
        return List.of(new Approval(seat.person(), "passkey", Instant.parse("2026-01-01T00:00:00Z")));
    }

    /** @param answer of the passkey */
    Map<String, byte[]> proof(SeatOfPerson seat, String answer) {
        var give = threads.act(Objects.requireNonNull(seat.act())).orElseThrow();
        var entry =
                threads.entry(give.thread(), Objects.requireNonNull(give.n())).orElseThrow();
        var assertion = SeatKeys.assertion(answer, Objects.requireNonNull(seat.key()));
        var given = new SeatProof.Given(entry, give.envelope());
        return Map.of(SeatProof.FILE, new SeatProof(List.of(assertion), List.of(given)).json());
    }

    MockHttpServletResponse approved(String preview) throws Exception {
        return said(
                post(preview).param("assertion", passkey.asserted(HexFormat.of().parseHex(act(preview)))));
    }

    static String act(String preview) {
        return preview.substring(preview.length() - 64);
    }

    /** The first page of the seat with all that follow it: other tests leave threads, and a page has fifty. */
    String allThreads() throws Exception {
        var pages = new StringBuilder();
        var ahead = new ArrayDeque<>(List.of("/seat"));
        while (!ahead.isEmpty()) {
            var page = seen(ahead.poll()).getContentAsString();
            pages.append(page);
            FOLLOWING.matcher(page).results().map(it -> it.group(1)).forEach(ahead::add);
        }
        return pages.toString();
    }

    MockHttpServletResponse seen(String path) throws Exception {
        return web.perform(get(URI.create(path)).cookie(cookie, new Cookie("lang", "en")))
                .andReturn()
                .getResponse();
    }

    MockHttpServletResponse said(AbstractMockHttpServletRequestBuilder<?> what) throws Exception {
        return fromSeat(cookie, what);
    }

    MockHttpServletResponse keep(MockHttpServletResponse response) {
        var set = response.getCookie("comity-seat-XA-1");
        if (set != null) cookie = set;
        return response;
    }

    static byte[] challenge(String page) {
        return Base64.getUrlDecoder().decode(found("challenge[^A-Za-z0-9_-]+(?:34;:&#34;)?([A-Za-z0-9_-]{43})", page));
    }

    /** @return the address at which an upload of the person goes on */
    String begun(String thread, String name, long size) throws Exception {
        var begun = said(beginning(thread, name, size));
        assertThat(begun.getStatus()).as(begun.getContentAsString()).isEqualTo(201);
        return Objects.requireNonNull(begun.getHeader("Location"));
    }

    static MockHttpServletRequestBuilder beginning(String thread, String name, long size) {
        return tus(post("/seat/files/" + thread))
                .header("Upload-Length", size)
                .header("Upload-Metadata", "filename " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)));
    }

    /** @return how far it is then */
    String brought(String at, long from, byte[] bytes) throws Exception {
        return Objects.requireNonNull(said(bringing(at, from, bytes)).getHeader("Upload-Offset"));
    }

    static MockHttpServletRequestBuilder bringing(String at, long from, byte[] bytes) {
        return tus(patch(at))
                .header("Upload-Offset", from)
                .contentType("application/offset+octet-stream")
                .content(bytes);
    }

    static MockHttpServletRequestBuilder sealing(String at, String sha256) {
        return post(at + "/sealing").contentType("application/json").content("{\"sha256\":\"" + sha256 + "\"}");
    }

    static MockHttpServletRequestBuilder tus(MockHttpServletRequestBuilder what) {
        return what.header("Tus-Resumable", "1.0.0");
    }

    static UUID id(String at) {
        return UUID.fromString(at.substring(at.length() - 36));
    }

    /** A whole file that waits to be handed over. */
    UUID added(String thread, String name, byte[] bytes) throws Exception {
        var at = begun(thread, name, bytes.length);
        brought(at, 0, bytes);
        assertThat(said(sealing(at, Digests.sha256(bytes))).getStatus()).isEqualTo(200);
        return id(at);
    }

    String verified(String thread) throws Exception {
        try (var out = Files.newOutputStream(folder.resolve("thread.zip"))) {
            threads.export(thread, out);
        }
        return verified();
    }

    /** R156: what the authority itself takes from its seat. */
    String taken(String path) throws Exception {
        var file = seen(path);
        assertThat(file.getStatus()).isEqualTo(200);
        Files.write(folder.resolve("thread.zip"), file.getContentAsByteArray());
        return verified();
    }

    String verified() {
        var node = Objects.requireNonNull(directory.self().node());
        var text = new ByteArrayOutputStream();
        var print = new PrintStream(text, true, UTF_8);
        int code = Verify.run(
                new String[] {
                    folder.resolve("thread.zip").toString(),
                    "--anchor",
                    "XA-1/seal=" + Anchor.fingerprint(node.seal()),
                    "--anchor",
                    "XA-1/register=" + Anchor.fingerprint(node.register())
                },
                print,
                print);
        assertThat(code).as(text.toString(UTF_8)).isEqualTo(ALONE);
        return text.toString(UTF_8);
    }
}
