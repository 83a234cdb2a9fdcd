package org.comity.seat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import org.comity.ledger.Ledger;
import org.comity.thread.JointThreadExport;
import org.comity.thread.Threads;
import org.comity.ui.FileAnswer;
import org.comity.ui.FileDownload;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;

/** Gives an authority each of its threads as one file, which it checks without this node (R156). */
@Controller
@RequestMapping("/seat")
class SeatExportController {

    private final SpeakingFromSeats speaking;
    private final SeatRecords records;
    private final Threads threads;
    private final JointThreadExport joints;
    private final Ledger ledger;

    SeatExportController(
            SpeakingFromSeats speaking, SeatRecords records, Threads threads, JointThreadExport joints, Ledger ledger) {
        this.speaking = speaking;
        this.records = records;
        this.threads = threads;
        this.joints = joints;
        this.ledger = ledger;
    }

    @FileDownload
    @GetMapping("/threads/{thread:[0-9a-f-]{36}}/thread.zip")
    void ofTwo(
            @PathVariable String thread,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            HttpServletResponse response)
            throws IOException {
        speaking.row(seat, thread);
        threads.exportRegistered(thread, out(thread, seat, response));
    }

    /** The thread in which the keys of the authority's own persons were given. */
    @FileDownload
    @GetMapping("/records/seat.zip")
    void ofSeats(@RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat, HttpServletResponse response)
            throws IOException {
        var thread = seat.thread();
        if (!seat.confirmed() || thread == null) throw SeatRefused.unknown();
        threads.exportRegistered(thread, out(thread, seat, response));
    }

    @FileDownload
    @GetMapping("/joint/{thread:[0-9a-f]{8}-[0-9a-f-]{27}}/thread.zip")
    void ofMany(
            @PathVariable String thread,
            @RequestAttribute(SeatPresent.ATTRIBUTE) SeatOfPerson seat,
            HttpServletResponse response)
            throws IOException {
        if (!records.taken(seat, thread)) throw SeatRefused.unknown();
        joints.exportTo(seat.authority(), thread, out(thread, seat, response));
    }

    private OutputStream out(String thread, SeatOfPerson seat, HttpServletResponse response) throws IOException {
        ledger.record(null, "thread.exported", thread, Map.of("seat", seat.id()));
        response.setContentType("application/zip");
        FileAnswer.saved("%s.zip".formatted(thread), response);
        return response.getOutputStream();
    }
}
