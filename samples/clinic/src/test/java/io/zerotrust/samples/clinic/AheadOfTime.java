package io.zerotrust.samples.clinic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The application in a process of its own, with the bean definitions that were written
 * while it was built.
 */
final class AheadOfTime implements AutoCloseable {

	private static final long PATIENCE = TimeUnit.SECONDS.toNanos(120);

	private final Process process;

	private final Path output;

	private final int port = freePort();

	private final int managementPort = freePort();

	AheadOfTime(Path output, String issuer, String... arguments) throws IOException {
		this.output = output;
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-Dspring.aot.enabled=true", ClinicApplication.class.getName(), "--server.port=" + this.port,
						"--management.server.port=" + this.managementPort));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
		builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
		builder.environment().put("CLINIC_ISSUER", issuer);
		this.process = builder.start();
	}

	int port() {
		return this.port;
	}

	int managementPort() {
		return this.managementPort;
	}

	/**
	 * Wait until it serves.
	 * @throws IllegalStateException if it ends, or takes longer than two minutes
	 */
	AheadOfTime started() throws IOException, InterruptedException {
		long start = System.nanoTime();
		while (this.process.isAlive() && System.nanoTime() - start < PATIENCE) {
			if (isUp()) {
				return this;
			}
			TimeUnit.MILLISECONDS.sleep(200);
		}
		throw new IllegalStateException("did not start:\n" + output());
	}

	/**
	 * Wait until it gave up.
	 * @return what it said
	 * @throws IllegalStateException if it did not within two minutes
	 */
	String failed() throws IOException, InterruptedException {
		if (!this.process.waitFor(PATIENCE, TimeUnit.NANOSECONDS) || this.process.exitValue() == 0) {
			throw new IllegalStateException("did not fail:\n" + output());
		}
		return output();
	}

	String output() throws IOException {
		return Files.readString(this.output);
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	private boolean isUp() throws IOException, InterruptedException {
		try {
			return new Browser(this.managementPort).get("/actuator/health").status() == 200;
		}
		catch (ConnectException ex) {
			return false;
		}
	}

	private static int freePort() {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
