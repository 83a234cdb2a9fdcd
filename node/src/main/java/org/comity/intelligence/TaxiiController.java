package org.comity.intelligence;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.comity.intelligence.ObjectRows.ObjectRow;
import org.comity.intelligence.SharingObjects.SharedPage;
import org.comity.intelligence.TaxiiCollections.TaxiiCollection;
import org.comity.intelligence.stix.BundleFile;
import org.comity.intelligence.stix.StixRefused;
import org.comity.vocabulary.Official;
import org.comity.vocabulary.RuleBroken;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The TAXII 2.1 server of this node, for platforms of our own State, with the token of an official. */
@RestController
@RequestMapping(TaxiiController.AT)
class TaxiiController {

    static final String AT = "/api/taxii2";

    private static final String ROOT = "/root";
    private static final String COLLECTIONS = ROOT + "/collections";
    private static final String ONE = COLLECTIONS + "/{collection}";
    private static final String OBJECT = ONE + "/objects/{object}";

    private final TaxiiCollections collections;
    private final SharingObjects sharing;
    private final BringingObjects bringing;
    private final TaxiiPace pace;

    TaxiiController(TaxiiCollections collections, SharingObjects sharing, BringingObjects bringing, TaxiiPace pace) {
        this.collections = collections;
        this.sharing = sharing;
        this.bringing = bringing;
        this.pace = pace;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> discovery(Official by, HttpServletRequest request) {
        return answer(request, by, () -> {
            var root = ServletUriComponentsBuilder.fromContextPath(request)
                    .path(AT + ROOT + "/")
                    .toUriString();
            return TaxiiAnswer.of(Map.of("title", "Comity", "default", root, "api_roots", List.of(root)));
        });
    }

    @GetMapping(ROOT + "/")
    ResponseEntity<byte[]> root(Official by, HttpServletRequest request) {
        return answer(
                request,
                by,
                () -> TaxiiAnswer.of(Map.of(
                        "title",
                        "What States told each other",
                        "versions",
                        List.of(TaxiiAnswer.TYPE),
                        "max_content_length",
                        BundleFile.LARGEST)));
    }

    @GetMapping(COLLECTIONS + "/")
    ResponseEntity<byte[]> all(Official by, HttpServletRequest request) {
        return answer(
                request,
                by,
                () -> TaxiiAnswer.of(TaxiiAnswer.listing(
                        "collections",
                        collections.of(by).stream().map(TaxiiCollection::json).toList())));
    }

    @GetMapping(ONE + "/")
    ResponseEntity<byte[]> one(@PathVariable String collection, Official by, HttpServletRequest request) {
        return answer(
                request,
                by,
                () -> TaxiiAnswer.of(collections.find(collection, by).json()));
    }

    @GetMapping(ONE + "/manifest/")
    ResponseEntity<byte[]> manifest(
            @PathVariable String collection,
            @RequestParam Map<String, String> asked,
            Official by,
            HttpServletRequest request) {
        return answer(
                request,
                by,
                () -> paged(readable(collection, by), ObjectFilter.of(asked), List.of(), by, page -> {
                    sharing.listed(page.rows(), by);
                    return TaxiiAnswer.listing(
                            "objects",
                            page.rows().stream()
                                    .map(it -> Map.of(
                                            "id", it.id(),
                                            "date_added", TaxiiAnswer.added(it.added()),
                                            "version", TaxiiAnswer.moment(it.version()),
                                            "media_type", "application/stix+json;version=2.1"))
                                    .toList());
                }));
    }

    @GetMapping(ONE + "/objects/")
    ResponseEntity<byte[]> objects(
            @PathVariable String collection,
            @RequestParam Map<String, String> asked,
            Official by,
            HttpServletRequest request) {
        return answer(request, by, () -> envelope(readable(collection, by), ObjectFilter.of(asked), List.of(), by));
    }

    @GetMapping(OBJECT + "/")
    ResponseEntity<byte[]> object(
            @PathVariable String collection,
            @PathVariable String object,
            @RequestParam Map<String, String> asked,
            Official by,
            HttpServletRequest request) {
        return answer(request, by, () -> {
            var from = readable(collection, by);
            var there = there(from, object, by);
            return envelope(from, ObjectFilter.of(asked).of(object), there, by);
        });
    }

    @GetMapping(OBJECT + "/versions/")
    ResponseEntity<byte[]> versions(
            @PathVariable String collection,
            @PathVariable String object,
            @RequestParam Map<String, String> asked,
            Official by,
            HttpServletRequest request) {
        return answer(request, by, () -> {
            var from = readable(collection, by);
            var there = there(from, object, by);
            return paged(from, ObjectFilter.of(asked).of(object).everyVersion(), there, by, page -> {
                sharing.listed(page.rows(), by);
                return TaxiiAnswer.listing(
                        "versions",
                        page.rows().stream()
                                .map(it -> TaxiiAnswer.moment(it.version()))
                                .toList());
            });
        });
    }

    @PostMapping(ONE + "/objects/")
    ResponseEntity<byte[]> bring(@PathVariable String collection, Official by, HttpServletRequest request) {
        return answer(request, by, () -> {
            var to = collections.find(collection, by);
            if (to.to() == null) throw new TaxiiRefused(HttpStatus.FORBIDDEN, "This collection is read alone.");
            TaxiiAnswer.mustBring(request.getContentType());
            var said = bringing.bring(to, body(request), by);
            return TaxiiAnswer.of(HttpStatus.ACCEPTED, said.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        });
    }

    @GetMapping(ROOT + "/status/{id}/")
    ResponseEntity<byte[]> status(@PathVariable String id, Official by, HttpServletRequest request) {
        return answer(request, by, () -> {
            UUID of;
            try {
                of = UUID.fromString(id);
            } catch (IllegalArgumentException none) {
                throw TaxiiRefused.unknown();
            }
            return TaxiiAnswer.of(
                    JsonMapper.shared().readTree(bringing.status(of, by).orElseThrow(TaxiiRefused::unknown)));
        });
    }

    private ResponseEntity<byte[]> envelope(
            TaxiiCollection from, ObjectFilter filter, List<ObjectRow> there, Official by) {
        return paged(from, filter, there, by, page -> {
            var json = new LinkedHashMap<String, Object>();
            if (page.more()) json.put("next", next(page));
            json.putAll(TaxiiAnswer.listing("objects", sharing.content(page.rows(), by)));
            return json;
        });
    }

    /**
     * @param there rows of which is told already that they are there
     * @param said what the page holds beside {@code more}
     */
    private ResponseEntity<byte[]> paged(
            TaxiiCollection from,
            ObjectFilter filter,
            List<ObjectRow> there,
            Official by,
            Function<SharedPage, Map<String, Object>> said) {
        var page = sharing.page(from, filter, by);
        if (page.rows().isEmpty()) sharing.listed(there, by);
        var json = new LinkedHashMap<String, Object>();
        if (page.last() == null) return TaxiiAnswer.of(json);
        json.put("more", page.more());
        json.putAll(said.apply(page));
        Instant first =
                page.rows().isEmpty() ? page.last() : page.rows().getFirst().added();
        return TaxiiAnswer.of(json, first, page.last());
    }

    private static String next(SharedPage page) {
        return ObjectFilter.next(java.util.Objects.requireNonNull(page.last()));
    }

    private TaxiiCollection readable(String collection, Official by) {
        var found = collections.find(collection, by);
        if (found.to() != null) throw new TaxiiRefused(HttpStatus.FORBIDDEN, "This collection is written alone.");
        return found;
    }

    /** @throws TaxiiRefused if no version of it is */
    private List<ObjectRow> there(TaxiiCollection from, String object, Official by) {
        var any = ObjectFilter.of(Map.of("match[version]", "all", "limit", "1")).of(object);
        var found = sharing.page(from, any, by).rows();
        if (found.isEmpty()) throw TaxiiRefused.unknown();
        return found;
    }

    private static byte[] body(HttpServletRequest request) {
        try {
            byte[] body = request.getContentLengthLong() > BundleFile.LARGEST
                    ? new byte[BundleFile.LARGEST + 1]
                    : request.getInputStream().readNBytes(BundleFile.LARGEST + 1);
            if (body.length > BundleFile.LARGEST) {
                throw new TaxiiRefused(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "An envelope has at most %d bytes.".formatted(BundleFile.LARGEST));
            }
            return body;
        } catch (IOException brokeOff) {
            throw new TaxiiRefused(HttpStatus.BAD_REQUEST, "The envelope broke off.");
        }
    }

    /** Whatever is refused is told as TAXII tells it. */
    private ResponseEntity<byte[]> answer(
            HttpServletRequest request, Official by, Supplier<ResponseEntity<byte[]>> asked) {
        try {
            pace.take(by);
            TaxiiAnswer.mustAccept(request.getHeader(HttpHeaders.ACCEPT));
            return asked.get();
        } catch (TaxiiRefused refused) {
            return TaxiiAnswer.of(refused);
        } catch (StixRefused unreadable) {
            return TaxiiAnswer.of(new TaxiiRefused(
                    HttpStatus.UNPROCESSABLE_CONTENT, "The envelope is not taken: " + unreadable.code()));
        } catch (RuleBroken rule) {
            return TaxiiAnswer.of(new TaxiiRefused(HttpStatus.FORBIDDEN, "Refused here: " + rule.code()));
        }
    }
}
