package org.comity.board.follow;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.comity.House;
import org.comity.board.PracticeHosts;
import org.comity.board.Publication;
import org.comity.board.host.PracticeBoardHost;
import org.comity.database.PracticeDatabase;
import org.comity.exchange.PeerShelf;
import org.comity.proof.Malformed;
import org.comity.proof.feed.Audience;
import org.comity.proof.feed.FeedRefused;
import org.comity.proof.feed.HeldFeed.Face;
import org.comity.proof.form.CanonicalJson;
import org.comity.proof.log.LogKeyNote;
import org.comity.proof.log.Note;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The published vector of docs/protocol/feeds.md, which other programs can check as well; {@code -Dvectors.write} makes it anew. */
class FeedVectorsTest {

    private static final Path FILE = House.root().resolve("docs/protocol/vectors/feed.json");
    private static final Instant NOON = Instant.parse("2026-11-28T12:00:00Z");

    @Test
    void the_vector_is_taken_as_a_follower_takes_it() throws Exception {
        if (System.getProperty("vectors.write") != null) write();
        var vector = CanonicalJson.read(Files.readAllBytes(FILE));
        var certification = Note.read(text(vector, "key"));
        var host = text(vector, "host");
        assertThat(LogKeyNote.certifies(certification, host, key(vector, "seal")))
                .isTrue();
        var register = key(vector, "register");
        var feed = new CheckedFeed(
                new FeedName(host, Audience.PUBLIC),
                text(vector, "network"),
                it -> it.signedBy(register),
                LogKeyNote.read(certification).key());
        var page = Published.page(text(vector, "entries").getBytes(UTF_8));
        var checkpoint = Note.read(text(vector, "checkpoint"));
        var now = Instant.parse(text(vector, "at"));

        assertThatThrownBy(() -> feed.take(checkpoint, page.subList(0, 1), now)).isInstanceOf(FeedRefused.class);
        feed.take(checkpoint, page, now);
        assertThat(page)
                .hasSize(4)
                .last()
                .satisfies(it -> assertThat(it.publication().withdraws()).isTrue());
        assertThat(feed.compare(checkpoint)).isEqualTo(Face.SAME);
        assertThat(feed.compare(Note.read(text(vector, "otherFace")))).isEqualTo(Face.OTHER);
        var bodies = (Map<?, ?>) vector.get("bodies");
        for (var each : page) {
            var body = bodies.get(each.publication().act());
            if (body != null)
                assertThat(each.publication().body(body.toString().getBytes(UTF_8)))
                        .isNotEmpty();
        }
        assertThat(bodies).hasSize(2);
    }

    @Test
    void r161_an_envelope_of_another_form_is_refused_with_the_page_that_brings_it() throws Exception {
        for (var each : new JsonMapper().readTree(Files.readAllBytes(FILE.resolveSibling("publications.json")))) {
            var json = CanonicalJson.read(each.get("json").asString().getBytes(UTF_8));
            if (each.get("result").asString().equals("accepted")) {
                assertThat(Publication.read(json).json())
                        .as(each.get("name").asString())
                        .isEqualTo(json);
            } else {
                assertThatExceptionOfType(Malformed.class)
                        .as(each.get("name").asString())
                        .isThrownBy(() -> Publication.read(json))
                        .extracting(Malformed::code)
                        .isEqualTo(each.get("result").asString());
            }
        }

        var vector = CanonicalJson.read(Files.readAllBytes(FILE));
        var page = text(vector, "entries").replaceFirst("\"subject\":\"X", "\"subject\":\" X");
        assertThatExceptionOfType(Malformed.class).isThrownBy(() -> Published.page(page.getBytes(UTF_8)));
    }

    private static void write() throws Exception {
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var host = new PracticeBoardHost(PracticeDatabase.fresh("board"), clock);
        var other = new PracticeBoardHost(PracticeDatabase.fresh("board"), clock);
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A signed"));
        host.boards.publish("treaty", "XB", Audience.PUBLIC, Map.of("title", "B ratified"));
        host.boards.publish("treaty", "XA", Audience.PUBLIC, Map.of("title", "A ratified"));
        host.boards.withdraw("treaty", "XB", "entered by mistake");
        for (var each : List.of("XA", "XB", "XC", "XD")) {
            other.boards.publish("treaty", each, Audience.PUBLIC, Map.of("title", "Something else"));
        }
        var vector = new TreeMap<String, Object>();
        vector.put("host", PracticeHosts.HOST);
        vector.put("network", PracticeHosts.NETWORK);
        vector.put("at", NOON.toString());
        for (var alias : List.of("seal", "register")) {
            var certificate = PracticeHosts.certificate(PracticeHosts.HOST, alias);
            vector.put(alias, Base64.getEncoder().encodeToString(certificate.getEncoded()));
        }
        vector.put("key", got(host, "key"));
        vector.put("checkpoint", got(host, "checkpoint"));
        vector.put("otherFace", got(other, "checkpoint"));
        vector.put("entries", got(host, "entries/0"));
        var bodies = new TreeMap<String, Object>();
        for (var each : Published.page(got(host, "entries/0").getBytes(UTF_8))) {
            var act = each.publication().act();
            var answer = host.shelf.answer("XA-1", "public/bodies/" + act);
            if (answer.status() == 200) bodies.put(act, new String(answer.content(), UTF_8));
        }
        vector.put("bodies", bodies);
        Files.write(FILE, CanonicalJson.write(vector));
    }

    private static String got(PracticeBoardHost host, String what) {
        PeerShelf.Answer answer = host.shelf.answer("XA-1", "public/" + what);
        return new String(answer.content(), UTF_8);
    }

    private static String text(Map<String, Object> vector, String name) {
        return (String) vector.get(name);
    }

    private static PublicKey key(Map<String, Object> vector, String name) throws Exception {
        byte[] der = Base64.getDecoder().decode(text(vector, name));
        return ((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)))
                .getPublicKey();
    }
}
