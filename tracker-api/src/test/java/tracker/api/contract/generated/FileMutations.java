package tracker.api.contract.generated;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tracker.api.contract.generated.Call.Expected;

/** Files, forms and archives that nobody sends in good faith; for those that are handed in as they are, only other bytes. */
final class FileMutations implements Mutation {
    private static final String HEAD = "subject,period,value,unit\n";
    private static final List<String> SHEETS = List.of(
            "",
            "\n",
            ",",
            HEAD,
            HEAD + "I02,2022,=1+1,亿元\n",
            HEAD + "I02,2022,\"1",
            HEAD + "I02,2022\n",
            HEAD + "I02,2022,1,亿元,x\n",
            "\ufeff" + HEAD + "I02,2022,NaN,亿元\n",
            "subject,subject,period,value,unit\n",
            "x\n1\n",
            HEAD + "\u0000,\u0000\n",
            HEAD + "@SUM(A1),2022,1e999999,亿元\n",
            HEAD + "I02,2022," + "9".repeat(400) + ",亿元\n",
            HEAD + "I02,2022-13,1,亿元\n".repeat(300),
            HEAD.replace(',', ';') + "I02;2022;1;亿元\n",
            HEAD + "\"I\n02\",2022,1,亿元\r\r\n",
            "a".repeat(40_000),
            ",".repeat(20_000),
            "\"".repeat(999));
    private static final List<String> FORMS = List.of(
            "",
            "&",
            "=",
            "token",
            "token=a&token=b",
            "token=%zz",
            "token=%00&next=/",
            "token=x&next=//evil.example",
            "token=x&next=/&x-more=1",
            "token=x&next=%5C%5Cevil",
            "token[]=x",
            "next=/",
            "token=" + "x".repeat(9_000),
            "token=%C0%AF",
            "token=x;next=/",
            "{\"token\":\"x\"}",
            "token=%u0041");
    private static final String BOMB = "0".repeat(8 << 20);

    @Override
    public Call of(ApiOperation operation, Call allowed, Draws draws) {
        String type = String.valueOf(allowed.header("Content-Type"));
        if (operation.id().equals("importReports") || operation.id().equals("registerPlan")) {
            return draws.chance(0.5)
                    ? allowed.withHeader(
                                    "Content-Type",
                                    draws.one(List.of("text/csv", "application/octet-stream", "application/zip")))
                            .withBody(draws.one(SHEETS).getBytes(StandardCharsets.UTF_8))
                            .as(Expected.EITHER, "an odd table")
                    : allowed.withHeader(
                                    "Content-Type",
                                    draws.one(operation.bodies()).getKey())
                            .withBody(workbook(draws))
                            .as(Expected.REFUSED, "a hostile workbook");
        }
        if (type.equals("application/x-www-form-urlencoded")) {
            return allowed.withBody(draws.one(FORMS).getBytes(StandardCharsets.UTF_8))
                    .as(Expected.EITHER, "an odd form");
        }
        return type.equals("application/json") || allowed.body() == null
                ? null
                : allowed.withBody(draws.bytes(draws.below(3_000))).as(Expected.EITHER, "other bytes");
    }

    private static byte[] workbook(Draws draws) {
        Map<String, String> parts = new TreeMap<>();
        String xxe = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">"
                + "<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        parts.put("[Content_Types].xml", draws.chance(0.5) ? "<Types/>" : xxe + "<Types>&e;</Types>");
        parts.put("xl/workbook.xml", xxe + "<workbook><sheets><sheet name=\"&e;\" sheetId=\"1\"/></sheets></workbook>");
        switch (draws.below(7)) {
            case 0 ->
                parts.put(
                        "xl/worksheets/sheet1.xml",
                        xxe + "<worksheet><sheetData><row><c><v>&c;</v></c></row></sheetData></worksheet>");
            case 1 -> parts.put("reports.csv", BOMB);
            case 2 -> parts.put("../../evil.csv", HEAD);
            case 3 -> parts.put("xl/worksheets/sheet1.xml", "<worksheet>".repeat(2_000));
            case 4 -> parts.put("plan.csv", "=cmd|' /C calc'!A0,\u0000\n");
            case 5 -> {
                for (int i = 0; i < 3_000; i++) {
                    parts.put("x/" + i, "");
                }
            }
            default -> parts.put("/plan.csv", "id,name\n");
        }
        byte[] zip = zipped(parts);
        return draws.chance(0.3) ? java.util.Arrays.copyOf(zip, draws.below(zip.length)) : zip;
    }

    private static byte[] zipped(Map<String, String> parts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException impossibleInMemory) {
            throw new UncheckedIOException(impossibleInMemory);
        }
        return bytes.toByteArray();
    }
}
