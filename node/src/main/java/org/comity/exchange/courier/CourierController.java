package org.comity.exchange.courier;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.comity.directory.Directory;
import org.comity.exchange.Courier;
import org.comity.exchange.Courier.Taken;
import org.comity.ui.FileAnswer;
import org.comity.ui.Flash;
import org.comity.ui.FormProblems;
import org.comity.vocabulary.Official;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes out what waits as a file that somebody carries, and brings in what somebody carried. */
@Controller
@RequestMapping("/courier")
class CourierController {

    private final Courier courier;
    private final Directory directory;

    CourierController(Courier courier, Directory directory) {
        this.courier = courier;
        this.directory = directory;
    }

    @GetMapping
    String page(Official by, Model model) {
        return page(List.of(), by, model);
    }

    @PostMapping("/out")
    String out(@RequestParam String peer, Official by, RedirectAttributes redirect) {
        courier.takeOut(peer, by);
        redirect.addFlashAttribute("flash", Flash.done("courier.taken-out"));
        return "redirect:/courier#out";
    }

    @GetMapping("/out/{batch:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> download(@PathVariable String batch, Official by) {
        var file = courier.download(batch, by);
        return FileAnswer.saved(file.name())
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(file.content());
    }

    @PostMapping("/in")
    String in(@RequestParam(required = false) @Nullable List<MultipartFile> file, Official by, Model model)
            throws IOException {
        var files = new LinkedHashMap<String, byte[]>();
        for (var each : file == null ? List.<MultipartFile>of() : file) {
            if (!each.isEmpty()) {
                files.put(Objects.requireNonNullElse(each.getOriginalFilename(), ""), each.getBytes());
            }
        }
        try {
            return page(courier.bringIn(files, by), by, model);
        } catch (CourierRefused refused) {
            model.addAttribute("problems", FormProblems.NONE.with("file", "error." + refused.code()));
            return page(List.of(), by, model);
        }
    }

    private String page(List<Taken> taken, Official by, Model model) {
        var waiting = courier.waiting(by).stream()
                .map(it -> new CourierView.Peer(
                        it.peer(), directory.find(it.peer()).orElse(null), it.parcels(), it.oldest()))
                .toList();
        var batches = courier.batches(by).stream()
                .map(it ->
                        new CourierView.Out(it.id(), it.peer(), it.at(), it.parcels(), Math.max(1, it.bytes() / 1024)))
                .toList();
        model.addAttribute("courier", new CourierView(waiting, batches, taken));
        return "exchange/courier";
    }
}
