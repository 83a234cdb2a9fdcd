package org.comity.casework.requests;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.casework.DomesticFile;
import org.comity.casework.GivenRequests;
import org.comity.casework.ReadableFiles;
import org.comity.casework.ScanFormat;
import org.comity.casework.ThreadCard;
import org.comity.casework.WorkingMessages;
import org.comity.procedure.RequestRow;
import org.comity.procedure.Requests;
import org.comity.procedure.UseLimits;
import org.comity.ui.Flash;
import org.comity.ui.Language;
import org.comity.ui.ListAddress;
import org.comity.ui.SinglePress;
import org.comity.ui.TypedText;
import org.comity.vocabulary.AddressedRequest;
import org.comity.vocabulary.Duty;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RequestAddress;
import org.comity.vocabulary.RuleBroken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page of one request, its domestic file and its messages. */
@Controller
@RequestMapping({"/requests" + RequestAddress.SHORT, "/requests" + RequestAddress.WHOLE})
class ThreadController {

    private final Requests requests;
    private final ReadingThread reading;
    private final CheckingRecord checking;
    private final DomesticFile file;
    private final WorkingMessages messages;
    private final UseLimits limits;
    private final CaseAccessByDuty access;
    private final GivenRequests given;
    private final ObjectProvider<ThreadCard> beside;
    private final SinglePress presses;
    private final ObjectProvider<ReadableFiles> readable;

    // More than eight: the page of a request has several small forms.
    ThreadController(
            Requests requests,
            ReadingThread reading,
            CheckingRecord checking,
            DomesticFile file,
            WorkingMessages messages,
            UseLimits limits,
            CaseAccessByDuty access,
            GivenRequests given,
            ObjectProvider<ThreadCard> beside,
            SinglePress presses,
            ObjectProvider<ReadableFiles> readable) {
        this.requests = requests;
        this.reading = reading;
        this.checking = checking;
        this.file = file;
        this.messages = messages;
        this.limits = limits;
        this.access = access;
        this.given = given;
        this.beside = beside;
        this.presses = presses;
        this.readable = readable;
    }

    @GetMapping
    String overview(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = ReadingThread.NEWEST) int before,
            @RequestParam(required = false) @Nullable String begin,
            @RequestHeader(value = HttpHeaders.REFERER, required = false) @Nullable String from,
            @RequestParam(defaultValue = "" + WorkingMessages.NEWEST, name = "messages") long earlier,
            @RequestParam(defaultValue = "") String message,
            Official by,
            Model model,
            Locale language) {
        if (by.holds(Duty.MAGISTRATE) && !access.mayRead(by)) {
            return "redirect:/orders/" + reference;
        }
        RequestRow row;
        try {
            row = row(reference, by);
        } catch (ListingRequests.Shared shared) {
            return "redirect:/requests?q=" + shared.facts().get("reference");
        }
        var thread = reading.read(row, before, by, language);
        var acts = thread.acts().stream().map(ThreadView.ActLine::id).toList();
        model.addAttribute("thread", thread);
        model.addAttribute("failed", checking.failed(row.thread(), acts));
        model.addAttribute(
                "readable",
                readable.stream().flatMap(it -> it.of(row, acts).stream()).toList());
        model.addAttribute(
                "messages",
                message.isEmpty() ? messages.before(row.thread(), earlier) : messages.upTo(row.thread(), message));
        model.addAttribute("officers", access.mayWrite(by) ? given.officers(List.of(row.thread())) : List.of());
        model.addAttribute(
                "beside",
                beside.orderedStream()
                        .flatMap(it -> it.beside(row, by).stream())
                        .toList());
        model.addAttribute("begins", begin != null);
        model.addAttribute("list", ListAddress.from(from));
        return "casework/requests/thread";
    }

    /** Every entry and every signature, checked anew while the page is drawn. */
    @GetMapping("/record")
    String record(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "0") int from,
            Official by,
            Model model,
            Locale locale) {
        var row = row(reference, by);
        model.addAttribute("record", checking.check(row, from, by));
        model.addAttribute("limit", limits.of(row, Language.of(locale)).orElse(null));
        return "casework/requests/record";
    }

    /** Takes it, hands it back, or gives it to another: whose id comes. */
    @PostMapping("/owner")
    String own(
            @AddressedRequest String reference,
            @RequestParam(defaultValue = "") String owner,
            @RequestParam(required = false) @Nullable String was,
            @RequestParam(defaultValue = "") String back,
            Official by,
            RedirectAttributes redirect) {
        access.mustWrite(by);
        var now = row(reference, by).owner();
        var shown = Objects.requireNonNullElse(was, now == null ? "" : now);
        var mine = owner.equals("me");
        given.give(reference, shown, owner.isEmpty() ? GivenRequests.NOBODY : mine ? by.id() : owner, by);
        redirect.addFlashAttribute(
                "flash",
                Flash.done(owner.isEmpty() ? "requests.handed-back" : mine ? "requests.taken" : "requests.given"));
        return ListAddress.is(back) ? "redirect:" + back : back(reference);
    }

    @PostMapping("/noticed")
    String noticed(@AddressedRequest String reference, Official by) {
        access.mustWrite(by);
        row(reference, by);
        requests.noticed(reference, by);
        return back(reference);
    }

    @PostMapping("/messages")
    String write(
            @AddressedRequest String reference,
            @RequestParam String text,
            @RequestParam(defaultValue = "") String once,
            Official by) {
        access.mustWrite(by);
        return presses.sent(once, () -> {
            messages.write(row(reference, by).thread(), TypedText.clean(text), by);
            return back(reference) + "#messages";
        });
    }

    /** What the competent authority needs to see becomes its to see; its order is awaited from now on. */
    @PostMapping("/pass-on")
    String passOn(@AddressedRequest String reference, Official by, RedirectAttributes redirect) {
        access.mustWrite(by);
        var thread = row(reference, by).thread();
        if (!requests.awaitsOrder(thread)) {
            file.add(thread, DomesticFile.Kind.PASSED_ON, "", reference, null, null, by);
        }
        redirect.addFlashAttribute("flash", Flash.done("orders.passed-on"));
        return back(reference) + "#file";
    }

    @PostMapping("/file")
    String add(
            @AddressedRequest String reference,
            @RequestParam DomesticFile.Kind kind,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable MultipartFile scan,
            @RequestParam(defaultValue = "") String once,
            Official by,
            RedirectAttributes redirect)
            throws IOException {
        var row = row(reference, by);
        access.mustFile(by, kind, row);
        var scanned = scan(scan);
        redirect.addFlashAttribute("flash", Flash.done("requests.filed"));
        return presses.sent(once, () -> {
            file.add(row.thread(), kind, TypedText.clean(text), TypedText.clean(number), (Instant) null, scanned, by);
            return back(reference) + "#file";
        });
    }

    private RequestRow row(String reference, Official by) {
        return access.row(reference, by);
    }

    /** Null where none was chosen; one that holds nothing, or is no scan, is not dropped without a word. */
    private static DomesticFile.@Nullable Scan scan(@Nullable MultipartFile scan) throws IOException {
        var name = scan == null ? null : scan.getOriginalFilename();
        if (scan == null || name == null || name.isEmpty()) {
            return null;
        }
        var content = scan.getBytes();
        var format = ScanFormat.of(content)
                .orElseThrow(() -> new ScanRefused(content.length == 0 ? "scan-empty" : "scan-kind"));
        return new DomesticFile.Scan(
                name.substring(Math.max(0, name.length() - 120)).replaceAll("[\\\\/\\p{Cntrl}]", "_"),
                format.mediaType(),
                content);
    }

    private static String back(String reference) {
        return "redirect:/requests/" + reference;
    }

    static final class ScanRefused extends RuleBroken {
        ScanRefused(String why) {
            super("file." + why, Map.of(), "scan");
        }
    }
}
