package org.comity.api;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.comity.casework.AwaitedOrder;
import org.comity.casework.CaseAccess;
import org.comity.casework.DomesticFile;
import org.comity.casework.WorkingMessages;
import org.comity.procedure.Requests;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.comity.vocabulary.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Requests, their acts and entries, their messages and their domestic file. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestsApi {

    private final Requests requests;
    private final ReadingRequest reading;
    private final WorkingMessages messages;
    private final DomesticFile file;
    private final AwaitedOrder awaited;
    private final CaseAccess access;
    private final AnsweringIdempotently answering;
    private final Clock clock;

    RequestsApi(
            Requests requests,
            ReadingRequest reading,
            WorkingMessages messages,
            DomesticFile file,
            AwaitedOrder awaited,
            CaseAccess access,
            AnsweringIdempotently answering,
            Clock clock) {
        this.requests = requests;
        this.reading = reading;
        this.messages = messages;
        this.file = file;
        this.awaited = awaited;
        this.access = access;
        this.answering = answering;
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
                counterpart,
                chosen == Requests.View.MINE ? by.id() : null,
                text,
                clock.instant(),
                law == null ? List.of() : List.of(law),
                by.id());
        var page = requests.list(filter, after, limit);
        return new RequestJson.Listed(page.rows().stream().map(RequestJson::of).toList(), page.cursor());
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

    @GetMapping({RequestAddress.SHORT + "/messages", RequestAddress.WHOLE + "/messages"})
    MessagesJson messages(@AddressedRequest String reference, Official by) {
        return new MessagesJson(messages.of(reading.row(reference, by).thread()));
    }

    @PostMapping({RequestAddress.SHORT + "/messages", RequestAddress.WHOLE + "/messages"})
    ResponseEntity<byte[]> write(@AddressedRequest String reference, IdempotentRequest wish) {
        access.mustWrite(wish.by());
        var thread = reading.row(reference, wish.by()).thread();
        var text = wish.only("text").text("text");
        return answering.once(wish, HttpStatus.CREATED, () -> {
            messages.write(thread, text, wish.by());
            return new MessagesJson(messages.of(thread));
        });
    }

    @GetMapping({RequestAddress.SHORT + "/file", RequestAddress.WHOLE + "/file"})
    FileJson file(@AddressedRequest String reference, Official by) {
        return new FileJson(file.lines(reading.row(reference, by).thread()));
    }

    @PostMapping({RequestAddress.SHORT + "/file", RequestAddress.WHOLE + "/file"})
    ResponseEntity<byte[]> add(@AddressedRequest String reference, @WithScan IdempotentRequest wish) {
        var kind = wish.only("kind", "text", "number", "happened", "scan").word("kind", DomesticFile.Kind.class);
        boolean orders = ordering(kind, wish.by());
        var row = orders ? access.forOrder(reference, wish.by()) : reading.row(reference, wish.by());
        access.mustFile(wish.by(), kind, row);
        var thread = row.thread();
        var happened = wish.instant("happened");
        var given = wish.bytes("scan");
        var scan = given == null
                ? null
                : DomesticFile.Scan.of(given).orElseThrow(() -> new IdempotentRequestRefused.Field("scan"));
        return answering.once(wish, HttpStatus.CREATED, () -> {
            if (orders) awaited.mustAwait(thread);
            file.add(thread, kind, wish.textOr("text", ""), wish.textOr("number", ""), happened, scan, wish.by());
            return new FileJson(file.lines(thread).stream()
                    .filter(it -> access.mayRead(wish.by())
                            || it.official().equals(wish.by().id()))
                    .toList());
        });
    }

    /** A magistrate decides, as on the page; whoever reads the request files what was decided elsewhere. */
    private boolean ordering(DomesticFile.Kind kind, Official by) {
        return !access.mayRead(by) && (kind == DomesticFile.Kind.ORDER || kind == DomesticFile.Kind.ORDER_REFUSED);
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

    /** Oldest first, the newest 100. */
    record MessagesJson(List<WorkingMessages.Message> messages) {}

    /** Newest first, at most 100. */
    record FileJson(List<DomesticFile.Line> lines) {}
}
