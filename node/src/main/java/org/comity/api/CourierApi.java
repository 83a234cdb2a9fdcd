package org.comity.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.comity.exchange.Courier;
import org.comity.vocabulary.Official;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What waits leaves as a file that somebody carries, and what somebody carried comes in. */
@RestController
@RequestMapping("/api/v1/courier")
class CourierApi {

    private static final int LARGEST = 16 << 20;

    private final Courier courier;
    private final AnsweringIdempotently answering;

    CourierApi(Courier courier, AnsweringIdempotently answering) {
        this.courier = courier;
        this.answering = answering;
    }

    @GetMapping
    Overview standing(Official by) {
        return new Overview(courier.waiting(by), courier.batches(by));
    }

    @PostMapping("/out")
    ResponseEntity<byte[]> takeOut(IdempotentRequest wish) {
        var peer = wish.only("peer").text("peer");
        return answering.once(wish, HttpStatus.CREATED, () -> courier.takeOut(peer, wish.by()));
    }

    /** An age file, or a ZIP of several; the same each time. */
    @GetMapping("/out/{batch:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> fetch(@PathVariable String batch, Official by) {
        var file = courier.download(batch, by);
        return DownloadsApi.file(file.content(), MediaType.APPLICATION_OCTET_STREAM, file.name());
    }

    /** By the file's name; the same parcel again changes nothing, so no key is needed. */
    @PutMapping("/in/{name}")
    Brought bringIn(@PathVariable String name, HttpServletRequest file, Official by) throws IOException {
        return new Brought(courier.bringIn(Map.of(name, ReadingIdempotentRequest.body(file, LARGEST)), by));
    }

    record Overview(List<Courier.Waiting> waiting, List<Courier.Batch> out) {}

    record Brought(List<Courier.Taken> taken) {}
}
