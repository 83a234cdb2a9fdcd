package org.comity.api;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.comity.casework.CaseAccess;
import org.comity.procedure.Requests;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests, their acts and entries, and whose they are. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestsApi {

    private final Requests requests;
    private final ReadingRequest reading;
    private final CaseAccess access;
    private final Clock clock;

    RequestsApi(Requests requests, ReadingRequest reading, CaseAccess access, Clock clock) {
        this.requests = requests;
        this.reading = reading;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    RequestJson.Listed list(
            @RequestParam(defaultValue = "all") String view,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String counterpart,
            @RequestParam(required = false) @Nullable String law,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable String changedSince,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(defaultValue = "50") int limit,
            Official by) {
        access.mustRead(by);
        var chosen = IdempotentRequest.word("view", Requests.View.class, view);
        var filter = new Requests.Filter(
                chosen,
                role == null
                        ? null
                        : Role.ofTwo(role.toLowerCase(Locale.ROOT))
                                .orElseThrow(() -> new IdempotentRequestRefused.Field("role")),
                List.of(),
                state,
                counterpart == null ? null : List.of(counterpart),
                chosen == Requests.View.MINE ? by.id() : null,
                text,
                clock.instant(),
                law == null ? List.of() : List.of(law),
                by.id());
        var page = changedSince == null
                ? requests.list(filter, after, limit)
                : requests.changed(filter, instant("changedSince", changedSince), after, limit);
        return new RequestJson.Listed(page.rows().stream().map(RequestJson::of).toList(), page.cursor());
    }

    private static Instant instant(String name, String said) {
        try {
            return Instant.parse(said);
        } catch (DateTimeException notAnInstant) {
            throw new IdempotentRequestRefused.Field(name);
        }
    }

    @GetMapping({RequestAddress.SHORT, RequestAddress.WHOLE})
    RequestJson.Whole read(@AddressedRequest String reference, Official by, Locale language) {
        return reading.read(reference, by, language);
    }

    /** At most 200, in order of n. */
    @GetMapping({RequestAddress.SHORT + "/entries", RequestAddress.WHOLE + "/entries"})
    ReadingRequest.Entries entries(
            @AddressedRequest String reference, @RequestParam(defaultValue = "0") long after, Official by) {
        return reading.entries(reference, after, by);
    }

    /** Takes it: shown to the desk as this official's. The same again changes nothing. */
    @PutMapping({RequestAddress.SHORT + "/owner", RequestAddress.WHOLE + "/owner"})
    RequestJson take(@AddressedRequest String reference, Official by) {
        return own(reference, by.id(), by);
    }

    @DeleteMapping({RequestAddress.SHORT + "/owner", RequestAddress.WHOLE + "/owner"})
    RequestJson handBack(@AddressedRequest String reference, Official by) {
        return own(reference, null, by);
    }

    /** The desk has read what it was told, e.g. that an act had no effect. */
    @DeleteMapping({RequestAddress.SHORT + "/notice", RequestAddress.WHOLE + "/notice"})
    RequestJson noticed(@AddressedRequest String reference, Official by) {
        access.mustWrite(by);
        reading.row(reference, by);
        requests.noticed(reference, by);
        return RequestJson.of(reading.row(reference, by));
    }

    private RequestJson own(String reference, @Nullable String owner, Official by) {
        access.mustWrite(by);
        reading.row(reference, by);
        requests.own(reference, owner, by);
        return RequestJson.of(reading.row(reference, by));
    }
}
