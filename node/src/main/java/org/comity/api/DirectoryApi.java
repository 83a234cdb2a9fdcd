package org.comity.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.comity.directory.Directory;
import org.comity.directory.Participant;
import org.comity.directory.StateProfile;
import org.comity.ui.ListPage;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who takes part, as this node trusts it; any official of the node may look. */
@RestController
@RequestMapping("/api/v1/directory")
class DirectoryApi {

    private static final int MOST = 50;

    private final Directory directory;

    DirectoryApi(Directory directory) {
        this.directory = directory;
    }

    /** In order of id, after {@code after}. */
    @GetMapping
    Listed list(
            @RequestParam(defaultValue = "") String after, @RequestParam(defaultValue = "50") int limit, Official by) {
        int bounded = Math.clamp(limit, 1, MOST);
        var found = directory.all().stream()
                .sorted(Comparator.comparing(Participant::id))
                .filter(it -> it.id().compareTo(after) > 0)
                .limit(bounded + 1)
                .map(this::json)
                .toList();
        var page = ListPage.of(found, bounded);
        return new Listed(directory.self().id(), page.rows(), page.next(ParticipantJson::id));
    }

    private ParticipantJson json(Participant it) {
        return new ParticipantJson(
                it.id(),
                it.state().code(),
                it.names(),
                it.zone().getId(),
                it.hasNode(),
                RequestJson.word(directory.standing(it.id())),
                it.languages(),
                it.phone(),
                it.mail(),
                it.hours(),
                it.functions(),
                it.profile(),
                it.version(),
                it.validUntil());
    }

    record Listed(
            String self,
            List<ParticipantJson> participants,
            @Nullable String cursor) {}

    // More than twelve: programs are given what the entry says.
    record ParticipantJson(
            String id,
            String state,
            Map<String, String> names,
            String zone,
            boolean node,
            String standing,
            List<String> languages,
            String phone,
            String mail,
            String hours,
            Map<String, String> functions,
            StateProfile profile,
            long version,
            Instant validUntil) {}
}
