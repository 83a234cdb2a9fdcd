package org.comity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page that tells the story by curl is run, line by line, against two real nodes; every answer is as described. */
@ExtendWith(TwoNodes.class)
class ApiStoryIT {

    private static final Pattern BOX = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final int MINUTES = 15;

    /** What the page leaves to the reference. */
    private static final java.util.Set<String> NOT_TOLD = java.util.Set.of(
            "GET /api/v1/openapi.json",
            // AddingIT plays it.
            "DELETE /api/v1/evidence/{id}",
            "GET /api/v1/evidence/{id}/file",
            // The disk has a page of its own, and BagsIT plays it.
            "GET /api/v1/evidence/disk",
            "POST /api/v1/evidence/disk/bags",
            "POST /api/v1/evidence/disk/bags/{folder}/bringing-in",
            "POST /api/v1/evidence/disk/files",
            "POST /api/v1/evidence/disk/plain",
            // TalkInRoomsTest reads them.
            "GET /api/v1/rooms",
            "GET /api/v1/rooms/{room}/topics",
            "GET /api/v1/rooms/topics/{topic}",
            "GET /api/v1/rooms/search",
            // ConferenceStoryTest reads them.
            "GET /api/v1/conference/texts",
            "GET /api/v1/conference/texts/{key}",
            "GET /api/v1/conference/documents",
            "GET /api/v1/conference/decisions",
            // GivenHelpByProgramTest reads them.
            "GET /api/v1/contributions",
            "GET /api/v1/equipment",
            "GET /api/v1/experts",
            // OfficesTest passes on, reads at the office and gives back.
            "PUT /api/v1/offices",
            "GET /api/v1/requests/{reference}/offices",
            "POST /api/v1/requests/{reference}/offices",
            "POST /api/v1/requests/{reference}/offices/taking-back",
            "POST /api/v1/requests/{reference}/offices/return-read",
            "GET /api/v1/office",
            "GET /api/v1/office/{reference}",
            "GET /api/v1/office/{reference}/request.pdf",
            "PUT /api/v1/office/{reference}/aim",
            "POST /api/v1/office/{reference}/return",
            // ThreeStatesIT reads joint threads.
            "GET /api/v1/joint",
            "GET /api/v1/joint/{thread}",
            "GET /api/v1/joint/{thread}/entries",
            "GET /api/v1/joint/{thread}/thread.zip",
            // StoryByProgramTest and UseLimitPagesTest call them.
            "GET /api/v1/evidence/{id}/custody.pdf",
            "GET /api/v1/evidence/{id}/custody.jsonld",
            "POST /api/v1/evidence/{id}/sealed-only",
            "GET /api/v1/requests/{reference}/file/{line}/scan",
            "POST /api/v1/evidence/transfers/{manifest}/hold",
            "POST /api/v1/evidence/transfers/{manifest}/resume",
            // StoryByProgramTest writes in them.
            "POST /api/v1/joint",
            "GET /api/v1/joint/{thread}/drafts",
            "POST /api/v1/joint/{thread}/drafts",
            "GET /api/v1/joint/drafts/{id}",
            "DELETE /api/v1/joint/drafts/{id}",
            "POST /api/v1/joint/drafts/{id}/submission",
            "POST /api/v1/joint/drafts/{id}/return",
            "GET /api/v1/joint/drafts/{id}/approval-options",
            "POST /api/v1/joint/drafts/{id}/approval",
            // FollowingHostsTest holds boards, and BoardPagesTest reads them.
            "GET /api/v1/boards",
            "GET /api/v1/boards/{host}/{board}",
            // ProvingHeldEntriesTest makes and verifies it; on a page BoardPagesTest takes it.
            "GET /api/v1/boards/{host}/{board}/{act}/proof",
            "GET /api/v1/drafts",
            "GET /api/v1/directory",
            "GET /api/v1/requests/{reference}/messages",
            "GET /api/v1/requests/{reference}/file",
            "GET /api/v1/drafts/{id}/approval-options",
            "POST /api/v1/drafts/{id}/return",
            "DELETE /api/v1/drafts/{id}/files/{name}",
            "DELETE /api/v1/requests/{reference}/notice");

    @TempDir
    private Path folder;

    @Test
    void the_story_by_curl_is_played_and_every_answer_is_as_described() throws Exception {
        var maren = Programs.token(1, "duty-officer");
        var described = new Described(openapi(maren));
        try (var a = new Witness(18950, TwoNodes.address(1), described);
                var b = new Witness(18951, TwoNodes.address(2), described)) {
            var script = Files.writeString(folder.resolve("story.sh"), boxes());
            var log = folder.resolve("story.log");
            var bash = new ProcessBuilder("bash", "-euo", "pipefail", script.toString())
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            bash.environment().put("XA", a.address() + "/api/v1");
            bash.environment().put("XB", b.address() + "/api/v1");
            bash.environment().put("MAREN", maren);
            bash.environment().put("TOLVA", Programs.token(1, "second-officer"));
            bash.environment().put("OKELL", Programs.token(1, "lawyer"));
            bash.environment().put("VENN", Programs.token(2, "duty-officer"));
            bash.environment().put("OSSIK", Programs.token(2, "second-officer"));
            bash.environment().put("RENOY", Programs.token(2, "magistrate"));
            bash.environment().put("FENN", Programs.token(2, "custodian"));
            var playing = bash.start();
            boolean ended = playing.waitFor(MINUTES, TimeUnit.MINUTES);
            playing.descendants().forEach(ProcessHandle::destroyForcibly);
            playing.destroyForcibly();

            assertThat(a.differences()).as(Files.readString(log)).isEmpty();
            assertThat(b.differences()).isEmpty();
            assertThat(ended).as(Files.readString(log)).isTrue();
            assertThat(playing.waitFor()).as(Files.readString(log)).isZero();
            var told = new TreeSet<>(a.seen());
            told.addAll(b.seen());
            told.addAll(NOT_TOLD);
            assertThat(told).containsAll(described.operations());
        }
    }

    private static String boxes() throws IOException {
        var page = Files.readString(House.root().resolve("docs/how-to/use-the-api.md"));
        return BOX.matcher(page).results().map(it -> it.group(1)).collect(Collectors.joining("\n"));
    }

    private static byte[] openapi(String token) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(TwoNodes.address(1) + "/api/v1/openapi.json"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            return client.send(request, BodyHandlers.ofByteArray()).body();
        }
    }
}
