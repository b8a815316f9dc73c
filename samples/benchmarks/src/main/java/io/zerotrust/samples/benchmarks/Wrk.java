package io.zerotrust.samples.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Puts load on a server with wrk, which is a program of its own.
 */
final class Wrk {

	/**
	 * What to do where it is missing.
	 */
	static final String MISSING = "wrk is not installed, so no load can be measured. On Debian and Ubuntu: "
			+ "apt-get install wrk. On macOS: brew install wrk.";

	private static final int CONNECTIONS = 32;

	/**
	 * Each request has the next token; the last function writes what {@link Burst} reads.
	 */
	private static final String SCRIPT = """
			local requests = {}
			local next = 0
			function init(args)
				for token in io.lines("%s") do
					requests[#requests + 1] = wrk.format("GET", nil, {
						["Authorization"] = "Bearer " .. token, ["Accept"] = "application/json" })
				end
			end
			function request()
				next = next %% #requests + 1
				return requests[next]
			end
			function done(summary, latency)
				local errors = summary.errors
				io.write(string.format("%s %%d %%d %%d %%d %%d\n", summary.requests, summary.duration,
					latency:percentile(50), latency:percentile(99),
					errors.status + errors.connect + errors.read + errors.write + errors.timeout))
			end
			""";

	private final String program;

	private final Path script;

	private Wrk(String program, Path script) {
		this.program = program;
		this.script = script;
	}

	static Wrk with(List<String> tokens) throws IOException {
		Path directory = Files.createTempDirectory("zt-load");
		Path file = Files.write(directory.resolve("tokens"), tokens);
		Path script = Files.writeString(directory.resolve("load.lua"), SCRIPT.formatted(file, Burst.MARK));
		List.of(directory, file, script).forEach((path) -> path.toFile().deleteOnExit());
		return new Wrk("wrk", script);
	}

	/**
	 * Whether a program can be started.
	 */
	static boolean isInstalled(String program) throws InterruptedException {
		try {
			start(List.of(program, "-v")).waitFor();
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	Burst run(URI endpoint, int seconds) throws IOException, InterruptedException {
		Process process = start(List.of(this.program, "-t1", "-c" + CONNECTIONS, "-d" + seconds + "s", "-s",
				this.script.toString(), endpoint.toString()));
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		process.waitFor();
		return Burst.parse(output);
	}

	private static Process start(List<String> command) throws IOException {
		Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
		process.getOutputStream().close();
		return process;
	}

}
