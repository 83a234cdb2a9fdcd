package org.comity.api;

import java.time.Instant;
import java.util.List;
import org.comity.casework.AwaitedOrder;
import org.comity.casework.CaseAccess;
import org.comity.casework.DomesticFile;
import org.comity.casework.WorkingMessages;
import org.comity.ui.FileDownload;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What desks write to each other about a request, and what is ours alone about it: messages and the domestic file. */
@RestController
@RequestMapping("/api/v1/requests")
class RequestFileApi {

    private static final String MESSAGES = "/messages";
    private static final String FILE = "/file";
    private static final String SCAN = FILE + "/{line:[0-9]{1,18}}/scan";

    private final ReadingRequest reading;
    private final WorkingMessages messages;
    private final DomesticFile file;
    private final AwaitedOrder awaited;
    private final CaseAccess access;
    private final AnsweringIdempotently answering;

    RequestFileApi(
            ReadingRequest reading,
            WorkingMessages messages,
            DomesticFile file,
            AwaitedOrder awaited,
            CaseAccess access,
            AnsweringIdempotently answering) {
        this.reading = reading;
        this.messages = messages;
        this.file = file;
        this.awaited = awaited;
        this.access = access;
        this.answering = answering;
    }

    @GetMapping({RequestAddress.SHORT + MESSAGES, RequestAddress.WHOLE + MESSAGES})
    MessagesJson messages(
            @AddressedRequest String reference, @RequestParam(required = false) @Nullable Long after, Official by) {
        return MessagesJson.of(messages.numbered(reading.opened(reference, by).thread(), after));
    }

    @PostMapping({RequestAddress.SHORT + MESSAGES, RequestAddress.WHOLE + MESSAGES})
    ResponseEntity<byte[]> write(@AddressedRequest String reference, IdempotentRequest wish) {
        access.mustWrite(wish.by());
        var thread = reading.row(reference, wish.by()).thread();
        var text = wish.only("text").text("text");
        return answering.once(wish, HttpStatus.CREATED, () -> {
            messages.write(thread, text, wish.by());
            return MessagesJson.of(messages.numbered(thread, null));
        });
    }

    @GetMapping({RequestAddress.SHORT + FILE, RequestAddress.WHOLE + FILE})
    FileJson file(
            @AddressedRequest String reference, @RequestParam(required = false) @Nullable Long after, Official by) {
        var thread = reading.opened(reference, by).thread();
        if (after == null) return new FileJson(file.lines(thread), null);
        var lines = file.lines(thread, after);
        return new FileJson(lines, lines.isEmpty() ? null : lines.getLast().id());
    }

    @FileDownload
    @GetMapping({RequestAddress.SHORT + SCAN, RequestAddress.WHOLE + SCAN})
    ResponseEntity<byte[]> scan(@AddressedRequest String reference, @PathVariable long line, Official by) {
        var scan = reading.scan(reference, line, by);
        return DownloadsApi.file(scan.content(), MediaType.APPLICATION_OCTET_STREAM, scan.name());
    }

    @PostMapping({RequestAddress.SHORT + FILE, RequestAddress.WHOLE + FILE})
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
            var lines = file.lines(thread).stream()
                    .filter(it -> access.mayRead(wish.by())
                            || it.official().equals(wish.by().id()))
                    .toList();
            return new FileJson(lines, null);
        });
    }

    /** A magistrate decides, as on the page; whoever reads the request files what was decided elsewhere. */
    private boolean ordering(DomesticFile.Kind kind, Official by) {
        return !access.mayRead(by) && (kind == DomesticFile.Kind.ORDER || kind == DomesticFile.Kind.ORDER_REFUSED);
    }

    /**
     * Oldest first, at most 100: the newest, or those behind the number that was asked.
     *
     * @param after the number of the last one here, for the next; null when none came
     */
    record MessagesJson(
            List<MessageJson> messages, @Nullable Long after) {

        static MessagesJson of(List<WorkingMessages.Numbered> found) {
            return new MessagesJson(
                    found.stream().map(MessageJson::of).toList(),
                    found.isEmpty() ? null : found.getLast().id());
        }
    }

    record MessageJson(long id, String thread, String from, String text, Instant time, boolean ours) {

        static MessageJson of(WorkingMessages.Numbered it) {
            var said = it.message();
            return new MessageJson(it.id(), said.thread(), said.from(), said.text(), said.time(), said.ours());
        }
    }

    /**
     * At most 100: the newest, newest first; or those behind the number that was asked, as they were added.
     *
     * @param after the number of the last one here, for the next; null when none came, or the newest were asked
     */
    record FileJson(List<DomesticFile.Line> lines, @Nullable Long after) {}
}
